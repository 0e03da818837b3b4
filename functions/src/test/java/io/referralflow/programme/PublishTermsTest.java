package io.referralflow.programme;

import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Publishing terms, version by version.
class PublishTermsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final Programmes programmes = new InMemoryWorld().programmes();
  private final PublishTerms publishTerms = new PublishTerms(programmes, clock);

  private static Content content(int probationMonths) {
    return new Content(
        Map.of(Language.NL, "De voorwaarden."),
        List.of(new Terms.Level("medior", euros("2000.00"))),
        List.of(new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 100)),
        probationMonths,
        30,
        12);
  }

  private static Terms version(int number, Instant publishedAt, int probationMonths) {
    return new Terms(
        number,
        publishedAt,
        Map.of(Language.NL, "De voorwaarden."),
        List.of(new Terms.Level("medior", euros("2000.00"))),
        List.of(new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 100)),
        probationMonths,
        30,
        12);
  }

  @Test
  void the_first_are_version_one_and_later_ones_count_on() {
    assertThat(publishTerms.execute(content(2), PETRA.id()))
        .isEqualTo(new Publication(version(1, NOW, 2), true));
    var later = Instant.parse("2026-04-01T08:15:00Z");
    clock.set(later);

    assertThat(publishTerms.execute(content(1), PETRA.id()))
        .isEqualTo(new Publication(version(2, later, 1), true));
    assertThat(programmes.terms()).hasValue(version(2, later, 1));
  }

  @Test
  void what_is_in_force_is_not_published_again() {
    assertThat(publishTerms.execute(content(2), PETRA.id()).isNew()).isTrue();
    clock.set(Instant.parse("2026-04-01T08:15:00Z"));

    assertThat(publishTerms.execute(content(2), PETRA.id()))
        .isEqualTo(new Publication(version(1, NOW, 2), false));
  }

  @Test
  void what_was_in_force_before_others_is_published_anew() {
    assertThat(publishTerms.execute(content(2), PETRA.id()).isNew()).isTrue();
    assertThat(publishTerms.execute(content(1), PETRA.id()).isNew()).isTrue();

    assertThat(publishTerms.execute(content(2), PETRA.id()))
        .isEqualTo(new Publication(version(3, NOW, 2), true));
  }

  @Test
  void a_version_that_another_took_is_left_to_them() {
    var contested = new Contested(programmes, 1);
    assertThat(new PublishTerms(contested, clock).execute(content(2), PETRA.id()))
        .isEqualTo(new Publication(version(2, NOW, 2), true));
  }

  @Test
  void the_last_of_five_tries_may_succeed() {
    assertThat(
            new PublishTerms(new Contested(programmes, 4), clock).execute(content(2), PETRA.id()))
        .isEqualTo(new Publication(version(5, NOW, 2), true));
  }

  @Test
  void others_again_and_again_are_a_fault() {
    var useCase = new PublishTerms(new Contested(programmes, 5), clock);

    assertThatThrownBy(() -> useCase.execute(content(2), PETRA.id()))
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
        assertThat(sound.publish(version(terms.version(), NOW, 9 + others), by)).isTrue();
      }
      return sound.publish(terms, by);
    }

    @Override
    public Optional<Terms> terms() {
      return sound.terms();
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
    public Optional<Vacancy> vacancy(VacancyId id) {
      return sound.vacancy(id);
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
