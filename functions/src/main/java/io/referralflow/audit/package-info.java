/// Checking before paying: whether a referral's record is as it was written, and whether what is to
/// be paid follows from it, worked out a second time by code of its own. What does not hold stops
/// all payouts. Start at [Audit].
@NullMarked
package io.referralflow.audit;

import org.jspecify.annotations.NullMarked;
