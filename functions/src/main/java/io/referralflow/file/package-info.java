/// Files of lines that people bring in: how one is taken and what became of it, whatever its lines
/// are about. Knows nothing of how they are written. Start at [Imported].
@NullMarked
package io.referralflow.file;

import org.jspecify.annotations.NullMarked;
