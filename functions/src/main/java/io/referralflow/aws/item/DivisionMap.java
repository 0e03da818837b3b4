package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.referral.Division;
import io.referralflow.referral.ReferralId;

/// How a reward is divided, inside a row, under `parts`.
final class DivisionMap {

  private static final String PARTS = "parts";
  private static final String REFERRAL = "referral";
  private static final String WEIGHT = "weight";

  private DivisionMap() {}

  static Attributes toMap(Division division) {
    return Attributes.none()
        .list(
            PARTS,
            division.parts().stream()
                .map(part ->
                    Attributes.none()
                        .text(REFERRAL, part.referral().value())
                        .number(WEIGHT, part.weight()))
                .toList());
  }

  static boolean isIn(Attributes map) {
    return map.has(PARTS);
  }

  static Division fromMap(Attributes map) {
    return new Division(
        map.list(PARTS).stream()
            .map(part -> new Division.Part(new ReferralId(part.text(REFERRAL)), part.count(WEIGHT)))
            .toList());
  }
}
