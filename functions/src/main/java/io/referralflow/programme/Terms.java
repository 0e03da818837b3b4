package io.referralflow.programme;

import io.referralflow.candidate.Language;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One version of the programme's terms. A referral keeps the version that was in force when it was
/// submitted (S3, S34).
///
/// @param text the conditions in words, per language
/// @param levels the whole reward per function level (S4), in the order in which they are shown
/// @param instalments how a reward is cut
/// @param probationMonths how long probation lasts when HR names no end
/// @param promiseDays days after the due day by which an instalment is promised to be paid (S29)
/// @param eligibilityMonths how long a person counts as referred
public record Terms(
    int version,
    Instant publishedAt,
    Map<Language, String> text,
    List<Level> levels,
    List<InstalmentTerm> instalments,
    int probationMonths,
    int promiseDays,
    int eligibilityMonths) {

  /// The whole reward for one function level.
  public record Level(String functionLevel, Money amount) {}

  public Terms {
    text = Map.copyOf(text);
    levels = List.copyOf(levels);
    instalments = List.copyOf(instalments);
  }

  /// The reward of a function level, cut into instalments; empty for a level the terms do not know.
  public Optional<Reward> reward(String functionLevel) {
    return levels.stream()
        .filter(level -> level.functionLevel().equals(functionLevel))
        .findFirst()
        .map(level -> Reward.of(level.amount(), instalments));
  }
}
