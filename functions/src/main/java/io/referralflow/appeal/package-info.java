/// What a referrer may do who finds a decision wrong. Start at [AppealReferral].
@NullMarked
package io.referralflow.appeal;

import org.jspecify.annotations.NullMarked;
