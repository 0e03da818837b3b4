/// What a referral earns: money, instalments, the days on which they fall due and the ledger of
/// what was done about them. Knows nothing of people or storage. Start at [Reward].
@NullMarked
package io.referralflow.reward;

import org.jspecify.annotations.NullMarked;
