package io.referralflow.architecture.planted.timecomesfromoutside.referral;

import java.time.Instant;
import java.util.function.Supplier;

final class Submission {
  Supplier<Instant> clock() {
    return Instant::now;
  }
}
