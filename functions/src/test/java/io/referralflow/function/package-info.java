/// The entry points as AWS calls them, in memory. Start at [ApiDoor].
@NullMarked
package io.referralflow.function;

import org.jspecify.annotations.NullMarked;
