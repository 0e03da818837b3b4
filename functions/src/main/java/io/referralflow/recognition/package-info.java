/// Thanking the referrer: who does it, what was prepared, and what becomes of it. Start at
/// [PrepareThanks].
@NullMarked
package io.referralflow.recognition;

import org.jspecify.annotations.NullMarked;
