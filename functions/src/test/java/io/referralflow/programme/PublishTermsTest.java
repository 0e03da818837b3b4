package io.referralflow.programme;

import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.figures.ActionReport;
import io.referralflow.port.Directory;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.scenario.Programme;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Publishing terms, version by version.
class PublishTermsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private static final WorkingDays WORKING_DAYS = Programme.workingDays();

  private final FakeClock clock = new FakeClock(NOW);
  private final Programmes programmes = new InMemoryWorld().programmes();
  private final PublishTerms publishTerms = new PublishTerms(programmes, WORKING_DAYS, clock);

  private static Content content(int probationMonths) {
    return content(probationMonths, Promise.within(30));
  }

  private static Content content(int probationMonths, Promise promise) {
    return new Content(
        Map.of(Language.NL, "De voorwaarden."),
        List.of(new Terms.Level("medior", euros("2000.00"))),
        List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)),
        probationMonths,
        promise,
        12);
  }

  private static Terms version(int number, Instant publishedAt, int probationMonths) {
    return new Terms(
        number,
        publishedAt,
        Map.of(Language.NL, "De voorwaarden."),
        List.of(new Terms.Level("medior", euros("2000.00"))),
        List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)),
        probationMonths,
        Promise.within(30),
        12);
  }

  private void publishes(Content content) {
    assertThat(publishTerms.execute(content, Optional.empty(), PETRA.id()))
        .isInstanceOfSatisfying(
            Publication.Published.class, published -> assertThat(published.isNew()).isTrue());
  }

  @Test
  void that_the_payroll_cannot_keep_are_refused_with_the_days_that_break_them() {
    var lateRun = new PayrollCalendar(25, 8, List.of());
    var content = content(2, new Promise(33, Optional.of(lateRun)));

    assertThat(publishTerms.execute(content, Optional.empty(), PETRA.id()))
        .isInstanceOfSatisfying(
            Publication.PromiseBroken.class,
            broken ->
                assertThat(broken.dueDays())
                    .startsWith(LocalDate.parse("2026-03-14"), LocalDate.parse("2026-03-15")));
    assertThat(programmes.terms(clock.instant())).isEmpty();
  }

  @Test
  void that_the_payroll_can_keep_are_published() {
    publishes(content(2, new Promise(45, Optional.of(new PayrollCalendar(25, 8, List.of())))));
  }

  private void offers(String id, String level, boolean open, boolean inProgramme) {
    var vacancy =
        new Vacancy(new VacancyId(id), id, level, "Works.", open, inProgramme, Optional.empty());
    assertThat(programmes.save(vacancy, PETRA.id(), NOW)).isTrue();
  }

  @Test
  void that_leave_an_open_vacancy_without_a_reward_are_refused_with_the_vacancy() {
    offers("architect", "lead", true, true);
    offers("closed", "lead", false, true);
    offers("executive", "board", true, false);
    offers("engineer", "medior", true, true);

    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isInstanceOfSatisfying(
            Publication.LevelsInUse.class,
            refused ->
                assertThat(refused.vacancies())
                    .extracting(Vacancy::id)
                    .containsExactly(new VacancyId("architect")));
    assertThat(programmes.terms(NOW)).isEmpty();
  }

  @Test
  void a_vacancy_that_no_programme_holds_under_them_is_in_nobodys_way() {
    offers("architect", "lead", true, true);
    var standing = io.referralflow.programme.Programme.STANDING;
    var without =
        standing.with(
            new io.referralflow.programme.Programme.Content(
                standing.name(),
                standing.audience(),
                standing.scope(),
                standing.startsOn(),
                standing.endsOn(),
                Set.of(new VacancyId("architect"))),
            PETRA.id());
    assertThat(programmes.save(programmes.portfolio().with(without), without, NOW)).isTrue();

    publishes(content(2));
  }

  @Test
  void the_first_are_version_one_and_later_ones_count_on() {
    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(1, NOW, 2), true));
    var later = Instant.parse("2026-04-01T08:15:00Z");
    clock.set(later);

    assertThat(publishTerms.execute(content(1), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(2, later, 1), true));
    assertThat(programmes.terms(clock.instant())).hasValue(version(2, later, 1));
  }

  private Publication announce(int probationMonths, String from) {
    return publishTerms.execute(
        content(probationMonths), Optional.of(Instant.parse(from)), PETRA.id());
  }

  private static Terms announced(int number, int probationMonths, String from) {
    var plain = version(number, NOW, probationMonths);
    return new Terms(
        number,
        NOW,
        plain.text(),
        plain.levels(),
        plain.instalments(),
        probationMonths,
        plain.promise(),
        plain.eligibilityMonths(),
        plain.rules(),
        Instant.parse(from));
  }

  @Test
  void are_announced_for_a_moment_that_is_to_come() {
    publishes(content(2));
    var april = announced(2, 1, "2026-04-01T00:00:00Z");

    assertThat(announce(1, "2026-04-01T00:00:00Z"))
        .isEqualTo(new Publication.Published(april, true));
    assertThat(announce(1, "2026-04-01T00:00:00Z"))
        .isEqualTo(new Publication.Published(april, false));
    assertThat(programmes.terms(NOW)).hasValue(version(1, NOW, 2));

    clock.set(Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(programmes.terms(clock.instant())).hasValue(april);
    assertThat(publishTerms.execute(content(1), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(april, false));
  }

  @Test
  void are_announced_again_for_another_moment() {
    publishes(content(2));
    var _ = announce(1, "2026-04-01T00:00:00Z");

    assertThat(announce(1, "2026-05-01T00:00:00Z"))
        .isEqualTo(new Publication.Published(announced(3, 1, "2026-05-01T00:00:00Z"), true));
    assertThat(programmes.upcoming(NOW)).hasValue(announced(3, 1, "2026-05-01T00:00:00Z"));
  }

  @Test
  void that_are_in_force_published_once_more_take_back_what_was_announced() {
    publishes(content(2));
    var _ = announce(1, "2026-04-01T00:00:00Z");

    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(3, NOW, 2), true));
    assertThat(programmes.upcoming(NOW)).isEmpty();
  }

  @Test
  void are_not_announced_for_a_moment_that_is_not_to_come() {
    assertThat(announce(1, "2026-03-02T08:15:00Z")).isEqualTo(new Publication.TooEarly(NOW, false));
    assertThat(announce(1, "2026-01-01T00:00:00Z")).isEqualTo(new Publication.TooEarly(NOW, false));
    assertThat(programmes.version(1)).isEmpty();
  }

  private void noticeOf(int days) {
    programmes.save(
        Programme.settings().withTermsNotice(Duration.ofDays(days)), PETRA.id(), clock.instant());
  }

  /// In Amsterdam the sixteenth of March begins at eleven in the evening of the fifteenth in UTC.
  @Test
  void that_change_something_hold_from_the_first_day_that_the_notice_allows() {
    noticeOf(14);
    publishes(content(2));
    assertThat(programmes.terms(NOW)).hasValue(version(1, NOW, 2));

    var changed = announced(2, 1, "2026-03-15T23:00:00Z");
    assertThat(publishTerms.execute(content(1), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(changed, true));
    clock.set(Instant.parse("2026-03-04T08:15:00Z"));
    assertThat(publishTerms.execute(content(1), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(changed, false));
  }

  @Test
  void that_change_something_are_not_announced_for_a_moment_before_the_notice_is_over() {
    noticeOf(14);
    publishes(content(2));

    var earliest = Instant.parse("2026-03-15T23:00:00Z");
    assertThat(announce(1, "2026-03-15T22:59:59Z"))
        .isEqualTo(new Publication.TooEarly(earliest, true));
    assertThat(programmes.upcoming(NOW)).isEmpty();
    assertThat(announce(1, "2026-03-15T23:00:00Z"))
        .isEqualTo(new Publication.Published(announced(2, 1, "2026-03-15T23:00:00Z"), true));
  }

  @Test
  void that_are_announced_or_in_force_are_the_same_whenever_they_are_asked_for_again() {
    noticeOf(14);
    publishes(content(2));
    var april = announced(2, 1, "2026-04-01T00:00:00Z");
    var _ = announce(1, "2026-04-01T00:00:00Z");

    for (var moment : List.of("2026-03-25T08:15:00Z", "2026-04-01T00:00:00Z")) {
      clock.set(Instant.parse(moment));
      assertThat(announce(1, "2026-04-01T00:00:00Z"))
          .isEqualTo(new Publication.Published(april, false));
    }
  }

  @Test
  void that_are_in_force_take_back_an_announcement_without_any_notice() {
    noticeOf(14);
    publishes(content(2));
    var _ = publishTerms.execute(content(1), Optional.empty(), PETRA.id());

    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(3, NOW, 2), true));
    assertThat(programmes.upcoming(NOW)).isEmpty();
  }

  @Test
  void the_first_that_are_announced_can_be_put_right_without_any_notice() {
    noticeOf(14);
    var _ = announce(2, "2026-04-01T00:00:00Z");

    publishes(content(1));
  }

  @Test
  void what_is_in_force_is_not_published_again() {
    publishes(content(2));
    clock.set(Instant.parse("2026-04-01T08:15:00Z"));

    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(1, NOW, 2), false));
  }

  @Test
  void what_was_in_force_before_others_is_published_anew() {
    publishes(content(2));
    publishes(content(1));

    assertThat(publishTerms.execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(3, NOW, 2), true));
  }

  @Test
  void a_version_that_another_took_is_left_to_them() {
    var contested = new Contested(programmes, 1);
    assertThat(
            new PublishTerms(contested, WORKING_DAYS, clock)
                .execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(2, NOW, 2), true));
  }

  @Test
  void the_last_of_five_tries_may_succeed() {
    assertThat(
            new PublishTerms(new Contested(programmes, 4), WORKING_DAYS, clock)
                .execute(content(2), Optional.empty(), PETRA.id()))
        .isEqualTo(new Publication.Published(version(5, NOW, 2), true));
  }

  @Test
  void others_again_and_again_are_a_fault() {
    var useCase = new PublishTerms(new Contested(programmes, 5), WORKING_DAYS, clock);

    assertThatThrownBy(() -> useCase.execute(content(2), Optional.empty(), PETRA.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Others kept publishing terms at the same moment");
  }

  /// A programme in which somebody else publishes first, a number of times.
  private static final class Contested implements Programmes {
    private final Programmes sound;
    private int others;

    Contested(Programmes sound, int others) {
      this.sound = sound;
      this.others = others;
    }

    @Override
    public boolean publish(Terms terms, EmployeeId by) {
      if (others > 0) {
        others--;
        assertThat(sound.publish(PublishTermsTest.version(terms.version(), NOW, 9 + others), by))
            .isTrue();
      }
      return sound.publish(terms, by);
    }

    @Override
    public Optional<Terms> terms(Instant at) {
      return sound.terms(at);
    }

    @Override
    public Optional<Terms> upcoming(Instant at) {
      return sound.upcoming(at);
    }

    @Override
    public Optional<Terms> version(int number) {
      return sound.version(number);
    }

    @Override
    public Map<ProgrammeId, Terms> ownTerms(Collection<ProgrammeId> programmes, Instant at) {
      return sound.ownTerms(programmes, at);
    }

    @Override
    public Optional<Terms> ownUpcoming(ProgrammeId programme, Instant at) {
      return sound.ownUpcoming(programme, at);
    }

    @Override
    public boolean publishOwn(
        Portfolio portfolio,
        io.referralflow.programme.Programme changed,
        Terms terms,
        EmployeeId by) {
      if (others > 0) {
        others--;
        assertThat(sound.publish(PublishTermsTest.version(terms.version(), NOW, 9 + others), by))
            .isTrue();
      }
      return sound.publishOwn(portfolio, changed, terms, by);
    }

    @Override
    public Offer ground(Instant at) {
      return sound.ground(at);
    }

    @Override
    public Optional<Settings> settings() {
      return sound.settings();
    }

    @Override
    public void save(Settings settings, EmployeeId by, Instant at) {
      sound.save(settings, by, at);
    }

    @Override
    public Offer offer(VacancyId id, Instant at) {
      return sound.offer(id, at);
    }

    @Override
    public Portfolio portfolio() {
      return sound.portfolio();
    }

    @Override
    public boolean save(
        Portfolio portfolio, io.referralflow.programme.Programme changed, Instant at) {
      return sound.save(portfolio, changed, at);
    }

    @Override
    public List<ActionReport> reports(ProgrammeId action) {
      return sound.reports(action);
    }

    @Override
    public boolean save(ActionReport report) {
      return sound.save(report);
    }

    @Override
    public Optional<Vacancy> vacancy(VacancyId id) {
      return sound.vacancy(id);
    }

    @Override
    public Optional<Said> said(VacancyId id) {
      return sound.said(id);
    }

    @Override
    public Directory.Saving hear(Optional<Said> before, Said after, Directory.Heard event) {
      return sound.hear(before, after, event);
    }

    @Override
    public Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids) {
      return sound.vacancies(ids);
    }

    @Override
    public Page<Vacancy> vacancies(Page.Request page) {
      return sound.vacancies(page);
    }

    @Override
    public boolean save(Vacancy vacancy, EmployeeId by, Instant at) {
      return sound.save(vacancy, by, at);
    }
  }
}
