/// Entry points: one handler per trigger, each of which decodes, calls a use case and encodes.
/// Nobody knows this package. Start at [Wiring].
@NullMarked
package io.referralflow.function;

import org.jspecify.annotations.NullMarked;
