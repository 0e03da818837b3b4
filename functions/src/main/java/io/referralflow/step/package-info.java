/// The ordinary transaction: every change of a referral goes through [Steps], which works out from
/// the new facts all that must be written with them ([Consequences]), and writes it together.
@NullMarked
package io.referralflow.step;

import org.jspecify.annotations.NullMarked;
