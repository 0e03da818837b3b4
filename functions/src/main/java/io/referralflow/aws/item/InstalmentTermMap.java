package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.InstalmentTerm;
import java.util.Optional;

/// How a reward is cut, inside a row.
final class InstalmentTermMap {

  private static final String SHARE = "share";

  private InstalmentTermMap() {}

  static Attributes toMap(InstalmentTerm term) {
    var due = MilestoneMap.toMap(term.milestone());
    return switch (term) {
      case InstalmentTerm.Share(_, var percent) -> due.number(SHARE, percent);
      case InstalmentTerm.Fixed(_, var amount) -> due.and(MoneyMap.toMap(amount));
      case InstalmentTerm.InKind(_, var benefit) -> BenefitMap.add(due, Optional.of(benefit));
    };
  }

  static InstalmentTerm fromMap(Attributes map) {
    var milestone = MilestoneMap.fromMap(map);
    if (map.has(SHARE)) {
      return InstalmentTerm.share(milestone, map.count(SHARE));
    }
    return BenefitMap.fromMap(map)
        .map(benefit -> InstalmentTerm.inKind(milestone, benefit))
        .orElseGet(() -> InstalmentTerm.fixed(milestone, MoneyMap.fromMap(map)));
  }
}
