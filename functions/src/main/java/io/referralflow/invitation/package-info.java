/// The candidate's own page: what is stored about them, and their yes, no or goodbye. Start at
/// [ReadInvitation].
@NullMarked
package io.referralflow.invitation;

import org.jspecify.annotations.NullMarked;
