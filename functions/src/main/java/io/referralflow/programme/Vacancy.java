package io.referralflow.programme;

import io.referralflow.reward.RewardPlan;
import java.util.Optional;

/// A vacancy that people may be referred for while it is open.
///
/// @param inProgramme whether referrals for it are taken at all; leadership that is sought by
///   executive search, say, is left out (S59)
/// @param plan the vacancy's own reward where it differs from that of its level
/// @param hiringManager the HR number of whom the vacancy reports to, who may be excluded from
///   referring for it
public record Vacancy(
    VacancyId id,
    String title,
    String functionLevel,
    String profile,
    boolean open,
    boolean inProgramme,
    Optional<RewardPlan> plan,
    Optional<String> hiringManager) {

  /// A vacancy that names no hiring manager.
  public Vacancy(
      VacancyId id,
      String title,
      String functionLevel,
      String profile,
      boolean open,
      boolean inProgramme,
      Optional<RewardPlan> plan) {
    this(id, title, functionLevel, profile, open, inProgramme, plan, Optional.empty());
  }

  /// A vacancy in the programme with the reward of its level.
  public Vacancy(VacancyId id, String title, String functionLevel, String profile, boolean open) {
    this(id, title, functionLevel, profile, open, true, Optional.empty(), Optional.empty());
  }
}
