/// A referral from the first click to the last instalment: its states, the facts that move it, what
/// is owed on them, and what the referrer may see. Pure: no storage, no clock. Start at [Referral].
@NullMarked
package io.referralflow.referral;

import org.jspecify.annotations.NullMarked;
