/// What recruiters and programme managers decide, and what waits for them. Start at
/// [DecideReferral].
@NullMarked
package io.referralflow.screening;

import org.jspecify.annotations.NullMarked;
