package io.referralflow.programme;

import io.referralflow.candidate.Language;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.reward.Reward;
import io.referralflow.reward.RewardPlan;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One version of the programme's terms. A referral keeps the version that was in force when it was
/// submitted (S3, S34).
///
/// @param text the conditions in words, per language
/// @param levels the whole reward per function level (S4), in the order in which they are shown
/// @param instalments how a reward is cut
/// @param probationMonths how long probation lasts when HR names no end
/// @param promise by when a due instalment is paid (S29)
/// @param eligibilityMonths how long a person counts as referred
/// @param rules who may refer, and who counts as referred
/// @param effectiveFrom from when it is in force: from its publication, or from a later moment for
///   which it is announced
public record Terms(
    int version,
    Instant publishedAt,
    Map<Language, String> text,
    List<Level> levels,
    List<InstalmentTerm> instalments,
    int probationMonths,
    Promise promise,
    int eligibilityMonths,
    RuleBook rules,
    Instant effectiveFrom) {

  /// The whole reward for one function level.
  ///
  /// @param instalments how this level's reward is cut; empty where it is cut as the terms say for
  ///   all levels
  public record Level(String functionLevel, Money amount, List<InstalmentTerm> instalments) {

    public Level {
      instalments = List.copyOf(instalments);
    }

    /// A level that is cut as the terms say for all.
    public Level(String functionLevel, Money amount) {
      this(functionLevel, amount, List.of());
    }

    /// How the level's reward is cut.
    ///
    /// @param common how the terms cut a reward where the level says nothing else
    public List<InstalmentTerm> cut(List<InstalmentTerm> common) {
      return instalments.isEmpty() ? common : instalments;
    }
  }

  /// Terms that are in force as soon as they are published.
  public Terms(
      int version,
      Instant publishedAt,
      Map<Language, String> text,
      List<Level> levels,
      List<InstalmentTerm> instalments,
      int probationMonths,
      Promise promise,
      int eligibilityMonths,
      RuleBook rules) {
    this(
        version,
        publishedAt,
        text,
        levels,
        instalments,
        probationMonths,
        promise,
        eligibilityMonths,
        rules,
        publishedAt);
  }

  /// Terms with the standard rules.
  public Terms(
      int version,
      Instant publishedAt,
      Map<Language, String> text,
      List<Level> levels,
      List<InstalmentTerm> instalments,
      int probationMonths,
      Promise promise,
      int eligibilityMonths) {
    this(
        version,
        publishedAt,
        text,
        levels,
        instalments,
        probationMonths,
        promise,
        eligibilityMonths,
        RuleBook.STANDARD);
  }

  public Terms {
    text = Collections.unmodifiableMap(new TreeMap<>(text));
    levels = List.copyOf(levels);
    instalments = List.copyOf(instalments);
  }

  /// Whether the time of this version has come.
  public boolean isInForce(Instant at) {
    return !effectiveFrom.isAfter(at);
  }

  /// The reward of a function level, cut into instalments; empty for a level the terms do not know.
  public Optional<Reward> reward(String functionLevel) {
    return levels.stream()
        .filter(level -> level.functionLevel().equals(functionLevel))
        .findFirst()
        .map(level -> Reward.of(level.amount(), level.cut(instalments)));
  }

  /// The reward of a vacancy: its own plan where it has one, else that of its level; empty for a
  /// vacancy outside the programme (S59) or of a level the terms do not know.
  public Optional<Reward> reward(Vacancy vacancy) {
    return vacancy.inProgramme()
        ? vacancy.plan().map(RewardPlan::reward).or(() -> reward(vacancy.functionLevel()))
        : Optional.empty();
  }
}
