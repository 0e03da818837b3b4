/// Text that people outside typed, made to do harm: it stays text in every letter, and no regular
/// expression takes long over it.
@NullMarked
package io.referralflow.tests.hostile;

import org.jspecify.annotations.NullMarked;
