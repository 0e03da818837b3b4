package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.RewardKind;
import java.util.Optional;

/// A reward that is no money, inside a row that may have one.
final class BenefitMap {

  private static final String BENEFIT = "benefit";
  private static final String KIND = "kind";
  private static final String QUANTITY = "quantity";
  private static final String DUTCH = "nl";
  private static final String ENGLISH = "en";

  private BenefitMap() {}

  /// Adds what is there to the other attributes of whatever has it.
  static Attributes add(Attributes map, Optional<Benefit> benefit) {
    return benefit
        .map(known ->
            map.map(
                BENEFIT,
                Attributes.none()
                    .constant(KIND, known.kind())
                    .number(QUANTITY, known.quantity())
                    .text(DUTCH, known.dutch())
                    .text(ENGLISH, known.english())))
        .orElse(map);
  }

  static Optional<Benefit> fromMap(Attributes map) {
    if (!map.has(BENEFIT)) {
      return Optional.empty();
    }
    var benefit = map.map(BENEFIT);
    return Optional.of(
        new Benefit(
            benefit.constant(KIND, RewardKind.class),
            benefit.count(QUANTITY),
            benefit.text(DUTCH),
            benefit.text(ENGLISH)));
  }
}
