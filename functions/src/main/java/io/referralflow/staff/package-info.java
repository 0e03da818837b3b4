/// People who sign in: who they are and what they may do. Start at [Caller].
@NullMarked
package io.referralflow.staff;

import org.jspecify.annotations.NullMarked;
