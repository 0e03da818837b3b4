/// The functions in a process that is killed: at every call of every function to a service, before
/// it is sent and after it was answered. Start at [KilledIT].
@NullMarked
package io.referralflow.function.kill;

import org.jspecify.annotations.NullMarked;
