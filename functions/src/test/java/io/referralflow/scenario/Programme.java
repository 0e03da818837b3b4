package io.referralflow.scenario;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeWorkingDays;
import io.referralflow.port.Programmes;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Handling;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.SaveVacancy;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The demo company's programme: half of the reward on the first working day and half at the end of
/// two months of probation, promised 30 days after it is due.
public final class Programme {

  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  public static final VacancyId JAVA_ENGINEER = new VacancyId("java-engineer");
  public static final VacancyId DATA_ENGINEER = new VacancyId("data-engineer");

  private Programme() {}

  public static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
  }

  /// Settings by which changed terms may hold at once.
  public static Settings settings() {
    return new Settings(
            "Example B.V.",
            new Email("finance@example.com"),
            ZONE,
            Duration.ofDays(5),
            Duration.ofDays(14),
            Duration.ofHours(24),
            Language.NL)
        .withTermsNotice(Duration.ZERO);
  }

  /// The same, with what payroll says of two kinds of reward; HR hands out days off.
  public static Settings labelled() {
    return settings()
        .with(
            Map.of(
                RewardKind.MONEY,
                new Handling(Optional.empty(), Optional.of("Bijzondere beloning")),
                RewardKind.DAYS_OFF,
                new Handling(
                    Optional.of(new Email("hr@example.com")), Optional.of("Onbelast verlof"))));
  }

  public static PublishTerms.Content terms() {
    return new PublishTerms.Content(
        Map.of(Language.NL, "De voorwaarden.", Language.EN, "The terms."),
        List.of(
            new Terms.Level("junior", euros("1000.00")),
            new Terms.Level("medior", euros("2000.00")),
            new Terms.Level("senior", euros("3500.00")),
            new Terms.Level("lead", euros("5000.00"))),
        List.of(
            InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
            InstalmentTerm.share(Milestone.END_OF_PROBATION, 50)),
        2,
        Promise.within(30),
        12);
  }

  public static List<Vacancy> vacancies() {
    return List.of(
        new Vacancy(JAVA_ENGINEER, "Java engineer", "medior", "Builds our services.", true),
        new Vacancy(DATA_ENGINEER, "Data engineer", "senior", "Makes our data flow.", true),
        new Vacancy(
            new VacancyId("service-desk"), "Service desk employee", "junior", "Helps us.", true),
        new Vacancy(new VacancyId("platform-lead"), "Platform lead", "lead", "Leads us.", false));
  }

  /// Monday to Friday, without the Dutch public holidays of 2026 to 2028.
  public static WorkingDays workingDays() {
    return new FakeWorkingDays(
        Stream.of(
                "2026-01-01 2026-04-06 2026-04-27 2026-05-14 2026-05-25 2026-12-25",
                "2027-01-01 2027-03-29 2027-04-27 2027-05-06 2027-05-17",
                "2028-04-17 2028-04-27 2028-05-25 2028-06-05 2028-12-25 2028-12-26")
            .flatMap(year -> Stream.of(year.split(" ", -1)))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Sets the programme up as its manager would.
  public static void setUp(Programmes programmes, InstantSource clock) {
    var petra = People.PETRA.id();
    programmes.save(settings(), petra, clock.instant());
    var _ =
        new PublishTerms(programmes, workingDays(), clock)
            .execute(terms(), Optional.empty(), petra);
    for (var vacancy : vacancies()) {
      var _ = new SaveVacancy(programmes, clock).execute(vacancy, petra);
    }
  }
}
