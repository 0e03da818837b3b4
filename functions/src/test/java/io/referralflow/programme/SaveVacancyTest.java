package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Programmes;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaveVacancyTest {

  private static final EmployeeId ROSA = new EmployeeId("rosa");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Programmes programmes = new InMemoryWorld().programmes();
  private final SaveVacancy saveVacancy = new SaveVacancy(programmes, new FakeClock(NOW));

  private static Vacancy vacancy(String functionLevel, boolean open) {
    return new Vacancy(
        new VacancyId("java-engineer"), "Java engineer", functionLevel, "Java, AWS", open);
  }

  private void publishTerms() {
    var terms =
        new Terms(
            1,
            NOW,
            Map.of(Language.EN, "Refer."),
            List.of(new Terms.Level("senior", new Money(350000, Currency.getInstance("EUR")))),
            List.of(new InstalmentTerm(Milestone.FIRST_WORKING_DAY, 100)),
            2,
            30,
            12);
    assertThat(programmes.publish(terms, ROSA)).isTrue();
  }

  @Test
  void a_new_vacancy_is_made() {
    publishTerms();

    assertThat(saveVacancy.execute(vacancy("senior", true), ROSA))
        .isEqualTo(SaveVacancy.Saving.MADE);
    assertThat(programmes.vacancy(new VacancyId("java-engineer")))
        .contains(vacancy("senior", true));
  }

  @Test
  void a_known_vacancy_is_changed() {
    publishTerms();
    var _ = saveVacancy.execute(vacancy("senior", true), ROSA);

    assertThat(saveVacancy.execute(vacancy("senior", false), ROSA))
        .isEqualTo(SaveVacancy.Saving.CHANGED);
    assertThat(programmes.vacancy(new VacancyId("java-engineer")))
        .contains(vacancy("senior", false));
  }

  @Test
  void a_vacancy_of_a_level_that_the_terms_do_not_know_is_refused() {
    publishTerms();

    assertThat(saveVacancy.execute(vacancy("chief", true), ROSA))
        .isEqualTo(SaveVacancy.Saving.FUNCTION_LEVEL_UNKNOWN);
    assertThat(programmes.vacancy(new VacancyId("java-engineer"))).isEmpty();
  }

  @Test
  void a_vacancy_before_there_are_terms_is_refused() {
    assertThat(saveVacancy.execute(vacancy("senior", true), ROSA))
        .isEqualTo(SaveVacancy.Saving.FUNCTION_LEVEL_UNKNOWN);
  }
}
