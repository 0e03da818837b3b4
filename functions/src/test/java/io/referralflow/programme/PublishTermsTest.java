package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishTermsTest {

  private static final EmployeeId PETRA = new EmployeeId("petra");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Currency EUR = Currency.getInstance("EUR");

  private final Programmes programmes = new InMemoryWorld().programmes();
  private final FakeClock clock = new FakeClock(NOW);
  private final PublishTerms publishTerms = new PublishTerms(programmes, clock);

  private static PublishTerms.Content content(long total) {
    return new PublishTerms.Content(
        Map.of(Language.EN, "Refer.", Language.NL, "Draag voor."),
        List.of(new Terms.Level("junior", new Money(total, EUR))),
        List.of(
            new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 50),
            new InstalmentTerm(Milestone.END_OF_PROBATION, 50)),
        2,
        30,
        12);
  }

  private static Terms terms(int version, Instant publishedAt, long total) {
    return new Terms(
        version,
        publishedAt,
        Map.of(Language.EN, "Refer.", Language.NL, "Draag voor."),
        List.of(new Terms.Level("junior", new Money(total, EUR))),
        List.of(
            new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 50),
            new InstalmentTerm(Milestone.END_OF_PROBATION, 50)),
        2,
        30,
        12);
  }

  @Test
  void the_first_terms_are_version_one() {
    var publication = publishTerms.execute(content(100000), PETRA);

    assertThat(publication).isEqualTo(new PublishTerms.Publication(terms(1, NOW, 100000), true));
    assertThat(programmes.terms()).contains(terms(1, NOW, 100000));
  }

  @Test
  void changed_terms_are_the_next_version() {
    var _ = publishTerms.execute(content(100000), PETRA);
    var later = Instant.parse("2026-02-01T00:00:00Z");
    clock.set(later);

    assertThat(publishTerms.execute(content(200000), PETRA))
        .isEqualTo(new PublishTerms.Publication(terms(2, later, 200000), true));
    assertThat(programmes.terms()).contains(terms(2, later, 200000));
  }

  @Test
  void the_same_terms_again_are_not_published_again() {
    var _ = publishTerms.execute(content(100000), PETRA);
    clock.set(Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(publishTerms.execute(content(100000), PETRA))
        .isEqualTo(new PublishTerms.Publication(terms(1, NOW, 100000), false));
    assertThat(programmes.terms()).contains(terms(1, NOW, 100000));
  }

  @Test
  void who_was_overtaken_publishes_the_version_after() {
    var overtaken = new Overtaken(programmes, 1);

    assertThat(new PublishTerms(overtaken, clock).execute(content(300000), PETRA).terms().version())
        .isEqualTo(2);
  }

  @Test
  void who_is_overtaken_again_and_again_gives_up() {
    var overtaken = new Overtaken(programmes, 100);

    assertThatThrownBy(() -> new PublishTerms(overtaken, clock).execute(content(300000), PETRA))
        .isInstanceOf(IllegalStateException.class);
    assertThat(overtaken.published).isEqualTo(5);
  }

  /// Somebody else publishes just before each of the first tries.
  private static final class Overtaken implements Programmes {

    private final Programmes programmes;
    private final int times;
    private int published;

    Overtaken(Programmes programmes, int times) {
      this.programmes = programmes;
      this.times = times;
    }

    @Override
    public Optional<Terms> terms() {
      return programmes.terms();
    }

    @Override
    public boolean publish(Terms terms, EmployeeId by) {
      if (published < times) {
        published++;
        assertThat(programmes.publish(PublishTermsTest.terms(terms.version(), NOW, published), by))
            .isTrue();
      }
      return programmes.publish(terms, by);
    }

    @Override
    public Optional<Settings> settings() {
      return programmes.settings();
    }

    @Override
    public void save(Settings settings, EmployeeId by, Instant at) {
      programmes.save(settings, by, at);
    }

    @Override
    public Optional<Vacancy> vacancy(VacancyId id) {
      return programmes.vacancy(id);
    }

    @Override
    public Map<VacancyId, Vacancy> vacancies(List<VacancyId> ids) {
      return programmes.vacancies(ids);
    }

    @Override
    public Page<Vacancy> vacancies(Page.Request page) {
      return programmes.vacancies(page);
    }

    @Override
    public boolean save(Vacancy vacancy, EmployeeId by, Instant at) {
      return programmes.save(vacancy, by, at);
    }
  }
}
