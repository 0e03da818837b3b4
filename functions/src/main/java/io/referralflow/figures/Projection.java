package io.referralflow.figures;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.reward.InstalmentState;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a referral would cost if time went on: an open one is hired on a day that is supposed, by
/// the same rules ([Life], [Owed], the promise) by which a real hire is.
final class Projection {

  private static final HrNumber NOBODY = new HrNumber("forecast");
  private static final String SUPPOSED = "forecast";
  static final int CERTAIN = 100;

  private final Instant now;
  private final Assumptions assumptions;
  private final WorkingDays workingDays;
  private final Optional<ChangedPlan> plan;
  private final Map<VacancyId, Vacancy> vacancies;

  Projection(
      Instant now,
      Assumptions assumptions,
      WorkingDays workingDays,
      Optional<ChangedPlan> plan,
      Map<VacancyId, Vacancy> vacancies) {
    this.now = now;
    this.assumptions = assumptions;
    this.workingDays = workingDays;
    this.plan = plan;
    this.vacancies = Map.copyOf(vacancies);
  }

  /// One instalment that is to come.
  ///
  /// @param rate of a hundred like this, how many come
  record Part(YearMonth month, Likelihood likelihood, Money amount, int rate) {}

  /// What is not released yet; what is released is on finance's list.
  Stream<Part> of(Referral referral) {
    return switch (referral) {
      case Employed employed ->
          parts(employed, Likelihood.COMMITTED, CERTAIN, InstalmentState.PLANNED);
      case Held held ->
          parts(held, Likelihood.LIKELY, assumptions.heldRate(), InstalmentState.HELD);
      case Referral.Hiring open ->
          supposed(open, assumptions.hiringDays(), Likelihood.LIKELY, assumptions.hiringRate());
      case Referral.Screening open ->
          supposed(
              open, assumptions.screeningDays(), Likelihood.POSSIBLE, assumptions.screeningRate());
      case Referral.Invited open ->
          supposed(open, assumptions.invitedDays(), Likelihood.POSSIBLE, assumptions.invitedRate());
      case Referral.Ended _ -> Stream.empty();
    };
  }

  private Stream<Part> supposed(Referral.Open open, int days, Likelihood likelihood, int rate) {
    return changed(open).stream()
        .flatMap(referral -> hired(referral, days).stream())
        .flatMap(hired -> parts(hired, likelihood, rate, InstalmentState.PLANNED));
  }

  /// The referral under the plan that is tried out; empty where that gives nothing for its vacancy.
  private Optional<Referral> changed(Referral.Open open) {
    if (plan.isEmpty()) {
      return Optional.of(open);
    }
    var particulars = open.particulars();
    return Optional.ofNullable(vacancies.get(particulars.vacancy()))
        .flatMap(plan.get()::reward)
        .map(reward ->
            Life.begin(
                new Fact.Submitted(
                    particulars.submittedAt(),
                    under(particulars, reward, plan.get().probationMonths()))));
  }

  private static Particulars under(Particulars old, Reward reward, int probationMonths) {
    var terms = old.terms();
    return new Particulars(
        old.id(),
        old.referrer(),
        old.person(),
        old.vacancy(),
        old.receiptNumber(),
        old.submittedAt(),
        new Particulars.Pinned(
            terms.version(),
            reward,
            probationMonths,
            terms.promise(),
            terms.eligibilityMonths(),
            terms.zone(),
            terms.reminderAfter(),
            terms.expiryAfter(),
            terms.noticeDelay()));
  }

  private Optional<Referral> hired(Referral open, int days) {
    var at = now.plus(Duration.ofDays(days));
    var start =
        LocalDate.ofInstant(at, open.particulars().terms().zone())
            .plusDays(assumptions.startDays());
    var report = new Report.Hired(NOBODY, new Stamp(at, SUPPOSED), start, Optional.empty());
    return Life.after(open, new Fact.Reported(at, report));
  }

  private Stream<Part> parts(
      Referral referral, Likelihood likelihood, int rate, InstalmentState state) {
    var terms = referral.particulars().terms();
    var present = YearMonth.from(LocalDate.ofInstant(now, terms.zone()));
    return Owed.of(referral).stream()
        .filter(line -> line.state() == state && line.payment().isEmpty())
        .map(line -> {
          var month = YearMonth.from(terms.promise().day(line.dueOn(), workingDays));
          return new Part(
              month.isBefore(present) ? present : month,
              likelihood,
              line.instalment().amount(),
              rate);
        });
  }
}
