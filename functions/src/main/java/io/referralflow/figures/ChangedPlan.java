package io.referralflow.figures;

import io.referralflow.programme.Terms.Level;
import io.referralflow.programme.Vacancy;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Reward;
import io.referralflow.reward.RewardPlan;
import java.util.List;
import java.util.Optional;

/// A plan that is only tried out.
///
/// @param instalments how the reward of a level is cut that says nothing itself
public record ChangedPlan(
    List<Level> levels, List<InstalmentTerm> instalments, int probationMonths) {

  public ChangedPlan {
    levels = List.copyOf(levels);
    instalments = List.copyOf(instalments);
  }

  /// What a vacancy would bring: its own plan stands; a level that is not named brings nothing.
  Optional<Reward> reward(Vacancy vacancy) {
    return vacancy
        .plan()
        .map(RewardPlan::reward)
        .or(() ->
            levels.stream()
                .filter(level -> level.functionLevel().equals(vacancy.functionLevel()))
                .findFirst()
                .map(level -> Reward.of(level.amount(), level.cut(instalments))));
  }
}
