/// Referring somebody and following what became of it. Start at [SubmitReferral].
@NullMarked
package io.referralflow.submission;

import org.jspecify.annotations.NullMarked;
