package io.referralflow.tests.simulation;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.port.Programmes;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// The people and the programme of a story. Some people hold more than one role, and refer
/// candidates themselves, which tempts them.
///
/// @param cut how the terms cut a reward
/// @param months of probation
record Company(ZoneId zone, Currency currency, int cut, int months) {

  static final List<Caller> PEOPLE =
      List.of(
          People.EMMA,
          People.JORIS,
          People.caller("noor", "Noor Peters", "HR-0007"),
          People.RUBEN,
          People.ROSA,
          People.FATIMA,
          People.caller("farid", "Farid Smits", "HR-0008", Role.FINANCE),
          People.PETRA,
          People.caller("paul", "Paul Vos", "HR-0009", Role.PROGRAMME_MANAGER, Role.FINANCE));

  static final int[] REFERRERS = {0, 1, 2, 5, 7, 8};
  static final int[] RECRUITERS = {3, 4, 7, 8};
  static final int[] FINANCE = {5, 6, 8};

  static final List<VacancyId> VACANCIES =
      List.of(new VacancyId("java-engineer"), new VacancyId("data-engineer"));

  /// Shares in percent, by their milestones.
  static final List<List<InstalmentTerm>> CUTS =
      List.of(
          List.of(
              InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
              InstalmentTerm.share(Milestone.END_OF_PROBATION, 50)),
          List.of(InstalmentTerm.share(Milestone.END_OF_PROBATION, 100)),
          List.of(
              InstalmentTerm.share(Milestone.HIRE_AGREED, 33),
              InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 33),
              InstalmentTerm.share(Milestone.END_OF_PROBATION, 34)),
          List.of(
              InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 40),
              InstalmentTerm.share(new Milestone.MonthsServed(3), 25),
              InstalmentTerm.share(new Milestone.MonthsServed(12), 35)),
          List.of(
              InstalmentTerm.share(Milestone.END_OF_PROBATION, 70),
              InstalmentTerm.share(new Milestone.OnDay(LocalDate.of(2027, 2, 28)), 30)));

  static Company of(Dice dice) {
    var zone = dice.below(10);
    return new Company(
        ZoneId.of(
            zone < 7
                ? "Europe/Amsterdam"
                : zone == 7
                    ? "America/New_York"
                    : zone == 8 ? "Australia/Lord_Howe" : "Asia/Tokyo"),
        Currency.getInstance(dice.chance(80) ? "EUR" : dice.chance(50) ? "JPY" : "KWD"),
        dice.chance(50) ? 0 : dice.of(1, 2, 3, 4),
        dice.of(1, 2, 2, 2, 6));
  }

  Settings settings(boolean changed) {
    return new Settings(
        "Example B.V.",
        new Email("finance@example.com"),
        zone,
        Duration.ofDays(changed ? 3 : 5),
        Duration.ofDays(changed ? 21 : 14),
        Duration.ofHours(24),
        Language.NL);
  }

  Terms terms(int version, Instant at) {
    return new Terms(
        version + 1,
        at,
        Map.of(Language.NL, "De voorwaarden.", Language.EN, "The terms."),
        List.of(
            new Terms.Level("medior", money(version == 0 ? 2001 : 1500)),
            new Terms.Level("senior", money(3500))),
        CUTS.get((cut + version) % CUTS.size()),
        months + version,
        Promise.within(30),
        12,
        new RuleBook(RuleBook.STANDARD.excluded(), knownMonths(), credit(), 28).with(serviceDay()));
  }

  /// In some companies the referrer must be in service later than on the day of the referral.
  ServiceDay serviceDay() {
    if (months == 1) {
      return ServiceDay.SUBMISSION;
    }
    return switch (cut) {
      case 1 -> ServiceDay.HIRE;
      case 2 -> ServiceDay.MILESTONE;
      default -> ServiceDay.SUBMISSION;
    };
  }

  /// In some companies a candidate must be new.
  int knownMonths() {
    return cut == 1 || months == 6 ? 12 : 0;
  }

  /// Companies with a short probation divide rewards equally, some others by shares, and in some
  /// the last referrer before the application earns.
  Credit credit() {
    if (months == 1) {
      return Credit.SPLIT_EQUALLY;
    }
    return switch (cut) {
      case 3 -> new Credit.SplitByShares(List.of(70, 30));
      case 4 -> Credit.LAST_BEFORE_APPLICATION;
      default -> Credit.LOWEST_RECEIPT;
    };
  }

  private Money money(int amount) {
    return Money.of(BigDecimal.valueOf(amount), currency);
  }

  Vacancy vacancy(int number, boolean open) {
    return new Vacancy(
        VACANCIES.get(number), "Engineer", number == 0 ? "medior" : "senior", "Builds.", open);
  }

  void setUp(Programmes programmes, InstantSource clock) {
    var by = People.PETRA.id();
    programmes.save(settings(false), by, clock.instant());
    var _ = programmes.publish(terms(0, clock.instant()), by);
    for (var number = 0; number < VACANCIES.size(); number++) {
      var _ = new SaveVacancy(programmes, clock).execute(vacancy(number, true), by);
    }
  }
}
