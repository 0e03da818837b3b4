package io.referralflow.architecture.planted.chancecomesfromoutside.referral;

import java.util.UUID;

final class Draw {
  UUID id() {
    return UUID.randomUUID();
  }
}
