package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.figures.ActionReport;
import io.referralflow.hire.Stamp;
import io.referralflow.payout.PayrollField;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Saving;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Handling;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Procedure;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.ThankYou;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.FactFixtures;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the programme's store promises, wherever it is.
public interface ProgrammesContract {

  EmployeeId PETRA = new EmployeeId("petra");

  Stores stores();

  private Programmes programmes() {
    return stores().programmes();
  }

  private static Terms terms(int version, String words) {
    return new Terms(
        version,
        NOON,
        Map.of(Language.NL, words, Language.EN, words),
        List.of(
            new Terms.Level("junior", FactFixtures.euros("1000.00")),
            new Terms.Level(
                "senior",
                FactFixtures.euros("3500.00"),
                List.of(
                    InstalmentTerm.fixed(Milestone.HIRE_AGREED, FactFixtures.euros("1500.00")),
                    InstalmentTerm.fixed(
                        new Milestone.MonthsServed(12), FactFixtures.euros("2000.00"))))),
        List.of(
            InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 50),
            InstalmentTerm.share(Milestone.END_OF_PROBATION, 50),
            InstalmentTerm.inKind(
                Milestone.END_OF_PROBATION,
                new Benefit(RewardKind.CONFERENCE, 1, "Een conferentie", "A conference"))),
        2,
        new Promise(
            45,
            Optional.of(
                new PayrollCalendar(
                    25,
                    8,
                    List.of(
                        new PayRun(LocalDate.parse("2026-12-20"), LocalDate.parse("2026-12-31"))),
                    List.of(10)))),
        24);
  }

  private static Settings settings(String organisation) {
    return new Settings(
            organisation,
            new Email("finance@example.com"),
            FactFixtures.AMSTERDAM,
            Duration.ofDays(5),
            Duration.ofDays(14),
            Duration.ofHours(24),
            Language.NL)
        .with(new Email("privacy@example.com"))
        .withTermsNotice(Duration.ofDays(30))
        .with(
            Map.of(
                RewardKind.MONEY,
                new Handling(Optional.empty(), Optional.of("Bijzondere beloning")),
                RewardKind.DAYS_OFF,
                new Handling(Optional.of(new Email("hr@example.com")), Optional.empty())))
        .with(
            new ThankYou(
                3,
                new Email("petra@example.com"),
                Optional.of("HR-0100"),
                Map.of("Engineering", "HR-0101")))
        .with(
            new Procedure(
                List.of(
                    new Phase(new PhaseId("talk"), "Kennismaking", "First talk"),
                    new Phase(new PhaseId("offer"), "Aanbod", "Offer"))));
  }

  private static Vacancy vacancy(String id, String title) {
    return new Vacancy(new VacancyId(id), title, "senior", "Builds things.", true);
  }

  @Test
  default void there_are_no_terms_before_the_first() {
    assertThat(programmes().terms(NOON)).isEmpty();
  }

  @Test
  default void the_newest_version_is_in_force() {
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    assertThat(programmes().publish(terms(2, "two"), PETRA)).isTrue();
    assertThat(programmes().publish(terms(10, "ten"), PETRA)).isTrue();

    assertThat(programmes().terms(NOON)).contains(terms(10, "ten"));
  }

  @Test
  default void every_version_can_be_read_for_ever() {
    var _ = programmes().publish(terms(1, "one"), PETRA);
    var _ = programmes().publish(terms(2, "two"), PETRA);

    assertThat(programmes().version(1)).contains(terms(1, "one"));
    assertThat(programmes().version(2)).contains(terms(2, "two"));
    assertThat(programmes().version(3)).isEmpty();
  }

  private static Terms announced(int version, Duration ahead) {
    var plain = terms(version, "announced");
    return new Terms(
        version,
        plain.publishedAt(),
        plain.text(),
        plain.levels(),
        plain.instalments(),
        plain.probationMonths(),
        plain.promise(),
        plain.eligibilityMonths(),
        plain.rules(),
        NOON.plus(ahead));
  }

  @Test
  default void what_is_announced_comes_into_force_by_itself_at_its_moment() {
    var week = announced(2, Duration.ofDays(7));
    var at = week.effectiveFrom();
    var id = new VacancyId("none");
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    assertThat(programmes().publish(week, PETRA)).isTrue();

    assertThat(programmes().terms(at.minusMillis(1))).contains(terms(1, "one"));
    assertThat(programmes().offer(id, at.minusMillis(1)).terms()).contains(terms(1, "one"));
    assertThat(programmes().upcoming(at.minusMillis(1))).contains(week);

    assertThat(programmes().terms(at)).contains(week);
    assertThat(programmes().offer(id, at).terms()).contains(week);
    assertThat(programmes().upcoming(at)).isEmpty();
    assertThat(programmes().version(2)).contains(week);
  }

  @Test
  default void what_is_published_later_replaces_what_is_announced() {
    var at = NOON.plus(Duration.ofDays(30));
    for (var each :
        List.of(
            terms(1, "one"), announced(2, Duration.ofDays(7)), announced(3, Duration.ofDays(14)))) {
      assertThat(programmes().publish(each, PETRA)).isTrue();
    }
    assertThat(programmes().upcoming(NOON)).contains(announced(3, Duration.ofDays(14)));
    assertThat(programmes().terms(at)).contains(announced(3, Duration.ofDays(14)));

    assertThat(programmes().publish(terms(4, "four"), PETRA)).isTrue();

    assertThat(programmes().upcoming(NOON)).isEmpty();
    assertThat(programmes().terms(at)).contains(terms(4, "four"));
    assertThat(programmes().version(2)).contains(announced(2, Duration.ofDays(7)));
  }

  @Test
  default void what_was_replaced_is_never_in_force_even_where_nothing_else_is() {
    assertThat(programmes().publish(announced(1, Duration.ofDays(7)), PETRA)).isTrue();
    assertThat(programmes().publish(announced(2, Duration.ofDays(14)), PETRA)).isTrue();

    assertThat(programmes().terms(NOON.plus(Duration.ofDays(8)))).isEmpty();
    assertThat(programmes().terms(NOON.plus(Duration.ofDays(14))))
        .contains(announced(2, Duration.ofDays(14)));
  }

  @Test
  default void what_came_into_force_stays_so_while_others_are_announced() {
    var first = announced(1, Duration.ofDays(7));
    var plain = terms(2, "two");
    var second =
        new Terms(
            2,
            NOON.plus(Duration.ofDays(8)),
            plain.text(),
            plain.levels(),
            plain.instalments(),
            plain.probationMonths(),
            plain.promise(),
            plain.eligibilityMonths(),
            plain.rules(),
            NOON.plus(Duration.ofDays(20)));
    assertThat(programmes().publish(first, PETRA)).isTrue();
    assertThat(programmes().terms(NOON)).isEmpty();
    assertThat(programmes().publish(second, PETRA)).isTrue();

    assertThat(programmes().terms(second.publishedAt())).contains(first);
    assertThat(programmes().terms(second.effectiveFrom())).contains(second);
  }

  private boolean publishesOwn(io.referralflow.programme.Programme programme, Terms terms) {
    var portfolio = programmes().portfolio();
    var changed =
        ProgrammeFixtures.promising(
            portfolio.find(programme.id()).orElse(programme), terms.version(), PETRA);
    return programmes().publishOwn(portfolio.with(changed), changed, terms, PETRA);
  }

  @Test
  default void a_programme_has_terms_of_its_own_beside_those_of_the_organisation() {
    var search = ProgrammeFixtures.ofTeam("search", "Search");
    var data = ProgrammeFixtures.ofTeam("data", "Data");
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    assertThat(publishesOwn(search, terms(2, "two"))).isTrue();
    assertThat(publishesOwn(data, terms(3, "three"))).isTrue();
    assertThat(publishesOwn(search, terms(4, "four"))).isTrue();

    assertThat(programmes().terms(NOON)).contains(terms(1, "one"));
    assertThat(programmes().offer(new VacancyId("none"), NOON).terms()).contains(terms(1, "one"));
    assertThat(
            programmes().ownTerms(List.of(search.id(), data.id(), new ProgrammeId("none")), NOON))
        .isEqualTo(Map.of(search.id(), terms(4, "four"), data.id(), terms(3, "three")));
    assertThat(programmes().ownTerms(List.of(), NOON)).isEmpty();
    assertThat(programmes().version(2)).contains(terms(2, "two"));
    assertThat(programmes().portfolio().find(search.id()).orElseThrow().terms())
        .containsExactly(2, 4);
    assertThat(programmes().portfolio().find(data.id()).orElseThrow().terms()).containsExactly(3);
    assertThat(programmes().upcoming(NOON)).isEmpty();
    assertThat(programmes().ownUpcoming(search.id(), NOON)).isEmpty();
  }

  @Test
  default void what_only_a_programme_has_is_not_the_organisations() {
    assertThat(publishesOwn(ProgrammeFixtures.ofTeam("search", "Search"), terms(1, "one")))
        .isTrue();

    assertThat(programmes().terms(NOON)).isEmpty();
    assertThat(programmes().ground(NOON).terms()).isEmpty();
  }

  @Test
  default void what_a_programme_announces_comes_into_force_for_it_alone() {
    var search = ProgrammeFixtures.ofTeam("search", "Search");
    var week = announced(2, Duration.ofDays(7));
    var at = week.effectiveFrom();
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    assertThat(publishesOwn(search, week)).isTrue();

    assertThat(programmes().ownTerms(List.of(search.id()), at.minusMillis(1))).isEmpty();
    assertThat(programmes().ownUpcoming(search.id(), at.minusMillis(1))).contains(week);
    assertThat(programmes().upcoming(at.minusMillis(1))).isEmpty();

    assertThat(programmes().ownTerms(List.of(search.id()), at))
        .isEqualTo(Map.of(search.id(), week));
    assertThat(programmes().ownUpcoming(search.id(), at)).isEmpty();
    assertThat(programmes().terms(at)).contains(terms(1, "one"));

    assertThat(publishesOwn(search, terms(3, "three"))).isTrue();
    assertThat(programmes().ownTerms(List.of(search.id()), at))
        .isEqualTo(Map.of(search.id(), terms(3, "three")));
  }

  @Test
  default void own_terms_are_published_once_and_only_on_what_was_read() {
    var search = ProgrammeFixtures.ofTeam("search", "Search");
    var untouched = programmes().portfolio();
    var changed = ProgrammeFixtures.promising(search, 1, PETRA);
    assertThat(programmes().save(untouched.with(search), search, NOON)).isTrue();

    assertThat(programmes().publishOwn(untouched.with(changed), changed, terms(1, "one"), PETRA))
        .isFalse();
    assertThat(programmes().version(1)).isEmpty();
    assertThat(programmes().portfolio().find(search.id())).contains(search);

    var read = programmes().portfolio().with(changed);
    assertThat(programmes().publishOwn(read, changed, terms(1, "one"), PETRA)).isTrue();
    assertThat(programmes().publishOwn(read, changed, terms(1, "one"), PETRA)).isTrue();
    assertThat(programmes().publishOwn(read, changed, terms(1, "other"), PETRA)).isFalse();
    assertThat(publishesOwn(search, terms(1, "other"))).isFalse();
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isFalse();
    assertThat(programmes().ownTerms(List.of(search.id()), NOON))
        .isEqualTo(Map.of(search.id(), terms(1, "one")));
  }

  @Test
  default void what_offers_have_in_common_is_read_without_a_vacancy() {
    var search = ProgrammeFixtures.ofTeam("search", "Search");
    var untouched = programmes().portfolio();
    assertThat(programmes().ground(NOON))
        .isEqualTo(
            new Programmes.Offer(Optional.empty(), Optional.empty(), Optional.empty(), untouched));
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    programmes().save(settings("Example B.V."), PETRA, NOON);
    assertThat(programmes().save(untouched.with(search), search, NOON)).isTrue();

    assertThat(programmes().ground(NOON))
        .isEqualTo(
            new Programmes.Offer(
                Optional.of(terms(1, "one")),
                Optional.of(settings("Example B.V.")),
                Optional.empty(),
                untouched.with(search).stored()));
  }

  /// The answer may have been lost: whoever asks again published it.
  @Test
  default void the_same_version_published_again_by_the_same_person_is_published() {
    var _ = programmes().publish(terms(1, "one"), PETRA);

    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
  }

  @Test
  default void a_version_is_published_once() {
    var _ = programmes().publish(terms(1, "one"), PETRA);

    assertThat(programmes().publish(terms(1, "other"), PETRA)).isFalse();
    assertThat(programmes().terms(NOON)).contains(terms(1, "one"));
  }

  @Test
  default void settings_are_replaced() {
    assertThat(programmes().settings()).isEmpty();

    programmes().save(settings("Example"), PETRA, NOON);
    programmes().save(settings("Other"), PETRA, NOON.plusSeconds(1));

    assertThat(programmes().settings()).contains(settings("Other"));
  }

  @Test
  default void a_vacancy_is_made_and_then_changed() {
    var made = vacancy("backend-engineer", "Backend engineer");
    var closed = new Vacancy(made.id(), made.title(), made.functionLevel(), "", false);

    assertThat(programmes().save(made, PETRA, NOON)).isTrue();
    assertThat(programmes().vacancy(made.id())).contains(made);
    assertThat(programmes().save(closed, PETRA, NOON.plusSeconds(1))).isFalse();
    assertThat(programmes().vacancy(made.id())).contains(closed);
    assertThat(programmes().vacancy(new VacancyId("none"))).isEmpty();
  }

  @Test
  default void a_vacancy_keeps_its_own_plan_and_whether_it_is_in_the_programme() {
    var plan =
        new RewardPlan(
            FactFixtures.euros("6000.00"),
            List.of(
                InstalmentTerm.fixed(new Milestone.MonthsServed(6), FactFixtures.euros("2000.00")),
                InstalmentTerm.fixed(
                    new Milestone.OnDay(LocalDate.parse("2027-01-31")),
                    FactFixtures.euros("4000.00"))));
    var id = new VacancyId("architect");
    var own = new Vacancy(id, "Architect", "lead", "Draws.", true, true, Optional.of(plan));
    var leftOut =
        new Vacancy(
            id, "Architect", "lead", "Draws.", true, false, Optional.empty(), Optional.of("HR-9"));

    assertThat(programmes().save(own, PETRA, NOON)).isTrue();
    assertThat(programmes().vacancy(id)).contains(own);
    assertThat(programmes().save(leftOut, PETRA, NOON.plusSeconds(1))).isFalse();
    assertThat(programmes().vacancy(id)).contains(leftOut);
  }

  @Test
  default void terms_keep_their_rule_book() {
    var plain = terms(1, "The terms.");
    var strict =
        new Terms(
            plain.version(),
            plain.publishedAt(),
            plain.text(),
            plain.levels(),
            plain.instalments(),
            plain.probationMonths(),
            plain.promise(),
            plain.eligibilityMonths(),
            new RuleBook(
                Set.of(Excluded.HIRING_MANAGER),
                12,
                new Credit.SplitByShares(List.of(75, 25)),
                14));

    assertThat(programmes().publish(strict, PETRA)).isTrue();
    assertThat(programmes().terms(NOON)).contains(strict);
  }

  @Test
  default void several_vacancies_are_found_at_once() {
    var one = vacancy("one", "One");
    var two = vacancy("two", "Two");
    var _ = programmes().save(one, PETRA, NOON);
    var _ = programmes().save(two, PETRA, NOON);

    assertThat(programmes().vacancies(List.of(one.id(), two.id(), one.id(), new VacancyId("none"))))
        .isEqualTo(Map.of(one.id(), one, two.id(), two));
  }

  @Test
  default void vacancies_are_listed_by_title() {
    var tester = vacancy("a", "Tester");
    var engineer = vacancy("b", "backend engineer");
    var otherEngineer = vacancy("c", "Backend Engineer");
    for (var each : List.of(tester, engineer, otherEngineer)) {
      var _ = programmes().save(each, PETRA, NOON);
    }

    var first = programmes().vacancies(new Page.Request(2, Optional.empty()));

    assertThat(first.items()).containsExactly(engineer, otherEngineer);
    assertThat(programmes().vacancies(new Page.Request(2, first.next())))
        .isEqualTo(new Page<>(List.of(tester), Optional.empty()));
  }

  @Test
  default void the_columns_of_a_payroll_system_are_as_saved_last() {
    var first =
        new PayrollTarget(
            "nmbrs",
            List.of(
                new PayrollTarget.Column("Bedrag", PayrollField.AMOUNT, Optional.empty()),
                new PayrollTarget.Column("Soort", PayrollField.CONSTANT, Optional.of("Premie"))));
    var second =
        new PayrollTarget(
            "nmbrs",
            List.of(new PayrollTarget.Column("Code", PayrollField.WAGE_CODE, Optional.empty())));
    var targets = stores().payrollTargets();
    var by = new EmployeeId("petra");

    assertThat(targets.find("nmbrs")).isEmpty();
    targets.save(first, by, Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(targets.find("nmbrs")).contains(first);
    targets.save(second, by, Instant.parse("2026-03-02T09:00:01Z"));
    assertThat(targets.find("nmbrs")).contains(second);
    assertThat(targets.find("afas")).isEmpty();
  }

  @Test
  default void programmes_are_changed_only_as_they_were_read() {
    var first = ProgrammeFixtures.ofTeam("search", "Search");
    var second = ProgrammeFixtures.ofTeam("data", "Data");
    var untouched = programmes().portfolio();
    assertThat(untouched).isEqualTo(Portfolio.UNTOUCHED);

    assertThat(programmes().save(untouched.with(first), first, NOON)).isTrue();
    assertThat(programmes().save(untouched.with(second), second, NOON)).isFalse();
    var stored = programmes().portfolio();
    assertThat(stored).isEqualTo(untouched.with(first).stored());
    assertThat(programmes().save(stored.with(second), second, NOON)).isTrue();

    assertThat(programmes().portfolio().programmes()).contains(first, second);
    assertThat(programmes().offer(new VacancyId("tester"), NOON).portfolio())
        .isEqualTo(programmes().portfolio());
  }

  @Test
  default void an_action_reports_once_for_each_last_day() {
    var spring = new ProgrammeId("spring");
    var first = report(spring, "2026-04-30", 3);
    var second = report(spring, "2026-03-31", 2);

    assertThat(programmes().save(first)).isTrue();
    assertThat(programmes().save(report(spring, "2026-04-30", 4))).isFalse();
    assertThat(programmes().save(second)).isTrue();
    assertThat(programmes().save(report(new ProgrammeId("other"), "2026-03-31", 1))).isTrue();

    assertThat(programmes().reports(spring)).containsExactly(second, first);
  }

  private static ActionReport report(ProgrammeId action, String endsOn, int submitted) {
    return new ActionReport(
        action,
        LocalDate.parse("2026-03-01"),
        LocalDate.parse(endsOn),
        NOON,
        submitted,
        1,
        1,
        1,
        0,
        List.of(
            new ActionReport.Cost(FactFixtures.euros("1000.00"), FactFixtures.euros("500.00"))));
  }

  @Test
  default void an_event_about_a_vacancy_counts_once_and_only_on_what_was_read() {
    var vacancy = new Vacancy(new VacancyId("tester"), "Tester", "junior", "Finds it.", true);
    var stamp = new Stamp(NOON.minusSeconds(60), "event-1");
    var said = new Programmes.Said(vacancy, stamp, stamp, new EmployeeId("event:1"), NOON);
    var heard = new Directory.Heard("ats", "event-1", "hash");
    var later =
        new Programmes.Said(vacancy, stamp, stamp, new EmployeeId("event:2"), NOON.plusSeconds(1));

    assertThat(programmes().said(vacancy.id())).isEmpty();
    assertThat(programmes().hear(Optional.empty(), said, heard)).isEqualTo(Saving.SAVED);
    assertThat(programmes().said(vacancy.id())).contains(said);
    assertThat(programmes().vacancy(vacancy.id())).contains(vacancy);
    assertThat(programmes().hear(Optional.of(said), later, heard)).isEqualTo(Saving.SEEN);
    assertThat(
            programmes()
                .hear(Optional.of(said), later, new Directory.Heard("ats", "event-1", "other")))
        .isEqualTo(Saving.CONFLICT);
    var next = new Directory.Heard("ats", "event-2", "hash");
    assertThat(programmes().hear(Optional.empty(), later, next)).isEqualTo(Saving.STALE);
    assertThat(programmes().hear(Optional.of(later), later, next)).isEqualTo(Saving.STALE);
    assertThat(programmes().hear(Optional.of(said), later, next)).isEqualTo(Saving.SAVED);

    assertThat(programmes().save(vacancy, PETRA, NOON.plusSeconds(2))).isFalse();
    var then = new Stamp(NOON.plusSeconds(2), "");
    assertThat(programmes().said(vacancy.id()))
        .contains(new Programmes.Said(vacancy, then, then, PETRA, NOON.plusSeconds(2)));
  }
}
