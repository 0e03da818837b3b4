/// Taking in what HR reports, from the bus or entered by hand, and attributing a hire to the
/// referral that earns it. Start at [TakeInHrEvent].
@NullMarked
package io.referralflow.intake;

import org.jspecify.annotations.NullMarked;
