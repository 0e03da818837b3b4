/// What the product needs from outside, as interfaces: storage, mail, executions, secrets, ids.
/// Each has a real implementation and a fake that answer to one contract of tests. Start at
/// [Referrals].
@NullMarked
package io.referralflow.port;

import org.jspecify.annotations.NullMarked;
