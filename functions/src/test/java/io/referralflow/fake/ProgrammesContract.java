package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.FactFixtures;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            new Terms.Level("senior", FactFixtures.euros("3500.00"))),
        List.of(
            new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 50),
            new InstalmentTerm(Milestone.END_OF_PROBATION, 50)),
        2,
        30,
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
        Language.NL);
  }

  private static Vacancy vacancy(String id, String title) {
    return new Vacancy(new VacancyId(id), title, "senior", "Builds things.", true);
  }

  @Test
  default void there_are_no_terms_before_the_first() {
    assertThat(programmes().terms()).isEmpty();
  }

  @Test
  default void the_newest_version_is_in_force() {
    assertThat(programmes().publish(terms(1, "one"), PETRA)).isTrue();
    assertThat(programmes().publish(terms(2, "two"), PETRA)).isTrue();
    assertThat(programmes().publish(terms(10, "ten"), PETRA)).isTrue();

    assertThat(programmes().terms()).contains(terms(10, "ten"));
  }

  @Test
  default void a_version_is_published_once() {
    var _ = programmes().publish(terms(1, "one"), PETRA);

    assertThat(programmes().publish(terms(1, "other"), PETRA)).isFalse();
    assertThat(programmes().terms()).contains(terms(1, "one"));
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
}
