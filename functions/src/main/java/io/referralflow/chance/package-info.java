/// Whether a difference is more than chance, by the library Commons Statistics. The only place that
/// knows it.
@NullMarked
package io.referralflow.chance;

import org.jspecify.annotations.NullMarked;
