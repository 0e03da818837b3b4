/// What the host asks of the local cloud, in the cloud's own wire formats and without an SDK: call
/// a function, read the stream, the unsent mails, the waits and the inbox. Start reading with
/// [io.referralflow.local.cloud.Settling].
@NullMarked
package io.referralflow.local.cloud;

import org.jspecify.annotations.NullMarked;
