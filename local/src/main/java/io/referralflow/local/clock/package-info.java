/// The clock that can be moved: what time it is for the business on this machine, what time it was
/// when something happened, and how to move it so that everything that falls due on the way really
/// happens. Functions see it through [io.referralflow.local.clock.SteppedClock] alone; start
/// reading with [io.referralflow.local.clock.ClockMover].
@NullMarked
package io.referralflow.local.clock;

import org.jspecify.annotations.NullMarked;
