package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.referral.Share;

/// How much of a reward was allowed, inside a row: stands only where it is not the whole, as in
/// rows of releases that knew nothing else.
final class ShareMap {

  private static final String SHARE = "share";

  private ShareMap() {}

  static Attributes toMap(Share share) {
    return share.isWhole() ? Attributes.none() : Attributes.none().number(SHARE, share.percent());
  }

  static Share fromMap(Attributes map) {
    return map.has(SHARE) ? new Share(map.count(SHARE)) : Share.WHOLE;
  }
}
