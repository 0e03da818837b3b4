/// A new release meets what older ones left behind: referrals in every state, as their rows were
/// stored, are recorded at each release (`make snapshots RELEASE=n`) and continued by the code of
/// today to an end that is written down here. Start at [UpgradeIT].
@NullMarked
package io.referralflow.tests.upgrade;

import org.jspecify.annotations.NullMarked;
