package io.referralflow.fake;

import io.referralflow.port.Ids;
import io.referralflow.referral.ReferralId;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Ids in a row: `referral000000000000000001` and so on.
public final class FakeIds implements Ids {

  private final AtomicLong last = new AtomicLong();

  @Override
  public ReferralId nextReferral() {
    return referral(last.incrementAndGet());
  }

  /// The id that was given as the nth.
  public static ReferralId referral(long number) {
    return new ReferralId(String.format(Locale.ROOT, "referral%018d", number));
  }
}
