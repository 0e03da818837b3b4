/// Who may refer whom, and which referral earns a hire: the rule book of a programme's terms. Start
/// at [RuleBook].
@NullMarked
package io.referralflow.eligibility;

import org.jspecify.annotations.NullMarked;
