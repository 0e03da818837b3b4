/// What a referral costs in calls to AWS. Start at [Meter].
@NullMarked
package io.referralflow.bench;

import org.jspecify.annotations.NullMarked;
