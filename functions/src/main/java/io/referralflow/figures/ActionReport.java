package io.referralflow.figures;

import io.referralflow.programme.ProgrammeId;
import io.referralflow.reward.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What an action brought, counted when it had ended: it judges itself, so that its manager can
/// decide whether it becomes a programme (S88, S89).
///
/// @param endsOn its last day
/// @param submitted the referrals by it
/// @param hired those of them whose candidate was hired, and whose hire stands
/// @param paid those of them for which something was paid
/// @param kept the instalments that were paid by the promised day
/// @param late the instalments that were paid later, or were not paid when their day had passed
/// @param costs what it cost so far, by currency
public record ActionReport(
    ProgrammeId programme,
    LocalDate startsOn,
    LocalDate endsOn,
    Instant at,
    int submitted,
    int hired,
    int paid,
    int kept,
    int late,
    List<Cost> costs) {

  public ActionReport {
    costs = List.copyOf(costs);
  }

  /// What was paid, and what is still to be paid for the hires so far, both in one currency.
  public record Cost(Money paid, Money open) {}
}
