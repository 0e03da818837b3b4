/// Sending what the outbox holds: gathering the facts of a letter, writing it and handing it over.
/// Start at [SendNotice].
@NullMarked
package io.referralflow.delivery;

import org.jspecify.annotations.NullMarked;
