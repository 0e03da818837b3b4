/// Handing instalments to finance, once and on time, and their confirmation. Start at
/// [ReleaseInstalment].
@NullMarked
package io.referralflow.payout;

import org.jspecify.annotations.NullMarked;
