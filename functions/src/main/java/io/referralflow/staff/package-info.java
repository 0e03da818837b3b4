/// People who sign in: who they are and what they may do. Candidates are not among them; they have
/// no account. Start at [Caller].
@NullMarked
package io.referralflow.staff;

import org.jspecify.annotations.NullMarked;
