/// Referrals that began before this product kept them, brought in with the promises that were made
/// then. Start at [ImportReferrals].
@NullMarked
package io.referralflow.takeover;

import org.jspecify.annotations.NullMarked;
