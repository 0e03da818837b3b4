package io.referralflow.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.file.Imported;
import io.referralflow.file.Imported.Refusal;
import io.referralflow.file.Mode;
import io.referralflow.port.Programmes;
import io.referralflow.programme.ImportVacancies.Because;
import io.referralflow.programme.ImportVacancies.Line;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardPlan;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportVacanciesTest {

  private static final EmployeeId PETRA = People.PETRA.id();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:10:00Z"));
  private final Programmes programmes = new InMemoryWorld().programmes();
  private final ImportVacancies importing = new ImportVacancies(programmes, clock);

  ImportVacanciesTest() {
    Programme.setUp(programmes, clock);
  }

  private static Line line(long number, String id, String level, boolean inProgramme) {
    return new Line(
        number,
        new Vacancy(
            new VacancyId(id),
            "Title of " + id,
            level,
            "What is asked.",
            true,
            inProgramme,
            Optional.empty()));
  }

  private Optional<Vacancy> known(String id) {
    return programmes.vacancy(new VacancyId(id));
  }

  @Test
  void a_file_is_taken_and_taken_again_without_writing() {
    var file =
        List.of(
            line(2, "tester", "medior", true),
            line(3, "java-engineer", "senior", true),
            line(4, "chief", "board", false));

    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(new Imported<>(2, 1, 0, List.of()));
    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(new Imported<>(0, 0, 3, List.of()));

    assertThat(known("java-engineer").orElseThrow().functionLevel()).isEqualTo("senior");
    assertThat(known("chief").orElseThrow().inProgramme()).isFalse();
  }

  @Test
  void one_bad_line_refuses_the_whole_file() {
    var file =
        List.of(
            line(2, "tester", "medior", true),
            line(3, "tester", "senior", true),
            line(4, "chief", "board", true));

    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(
            new Imported<>(
                0,
                0,
                0,
                List.of(
                    new Refusal<>(3, Because.DUPLICATE),
                    new Refusal<>(4, Because.FUNCTION_LEVEL_UNKNOWN))));
    assertThat(known("tester")).isEmpty();
  }

  @Test
  void line_by_line_the_good_ones_are_taken() {
    var file = List.of(line(2, "tester", "medior", true), line(3, "chief", "board", true));

    assertThat(importing.execute(PETRA, file, Mode.LINES))
        .isEqualTo(
            new Imported<>(1, 0, 0, List.of(new Refusal<>(3, Because.FUNCTION_LEVEL_UNKNOWN))));
    assertThat(known("tester")).isPresent();
    assertThat(known("chief")).isEmpty();
  }

  @Test
  void judging_writes_nothing() {
    assertThat(importing.execute(PETRA, List.of(line(2, "tester", "medior", true)), Mode.JUDGE))
        .isEqualTo(new Imported<>(0, 0, 0, List.of()));
    assertThat(known("tester")).isEmpty();
  }

  @Test
  void a_vacancy_keeps_its_own_reward_and_its_hiring_manager() {
    var plan =
        new RewardPlan(
            Programme.euros("4000.00"),
            List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)));
    var own =
        new Vacancy(
            new VacancyId("architect"),
            "Architect",
            "guru",
            "Draws.",
            true,
            true,
            Optional.of(plan),
            Optional.of("HR-9"));
    assertThat(programmes.save(own, PETRA, clock.instant())).isTrue();

    assertThat(importing.execute(PETRA, List.of(line(2, "architect", "guru", true)), Mode.WHOLE))
        .isEqualTo(new Imported<>(0, 1, 0, List.of()));

    assertThat(known("architect").orElseThrow().plan()).contains(plan);
    assertThat(known("architect").orElseThrow().hiringManager()).contains("HR-9");
    assertThat(known("architect").orElseThrow().title()).isEqualTo("Title of architect");
  }
}
