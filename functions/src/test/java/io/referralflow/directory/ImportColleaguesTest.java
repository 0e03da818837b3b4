package io.referralflow.directory;

import static io.referralflow.directory.DirectoryFixtures.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.directory.ImportColleagues.Because;
import io.referralflow.directory.ImportColleagues.Line;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.file.Imported;
import io.referralflow.file.Imported.Refusal;
import io.referralflow.file.Mode;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.port.Page;
import io.referralflow.staff.EmployeeId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportColleaguesTest {

  private static final FakeSeals SEALS = new FakeSeals();
  private static final EmployeeId PETRA = new EmployeeId("petra");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:10:00Z"));
  private final Directory directory = new InMemoryWorld().directory();
  private final ImportColleagues importing = new ImportColleagues(directory, SEALS, clock);

  private static Line person(long line, String number, String name) {
    return new Line(
        line,
        new HrNumber(number),
        Map.of(Detail.NAME, Optional.of(name), Detail.CONTRACT, Optional.of("permanent")));
  }

  private static Line team(long line, String number, String team) {
    return new Line(line, new HrNumber(number), Map.of(Detail.TEAM, Optional.of(team)));
  }

  private Optional<String> known(String number, Detail detail) {
    return directory.find(new HrNumber(number)).flatMap(it -> it.text(detail));
  }

  private int people() {
    return directory.list(new Page.Request(100, Optional.empty())).items().size();
  }

  @Test
  void a_file_is_taken_and_taken_again_without_writing() {
    var file = List.of(person(2, "E-7", "Joris"), person(3, "E-8", "Kim"));

    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(new Imported<>(2, 0, 0, List.of()));
    var stored = directory.find(new HrNumber("E-7"));
    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(new Imported<>(0, 0, 2, List.of()));

    assertThat(directory.find(new HrNumber("E-7"))).isEqualTo(stored);
    assertThat(known("E-8", Detail.NAME)).contains("Kim");
  }

  @Test
  void a_file_that_is_silent_of_a_detail_leaves_it() {
    var _ = importing.execute(PETRA, List.of(person(2, "E-7", "Joris")), Mode.WHOLE);

    assertThat(importing.execute(PETRA, List.of(team(2, "E-7", "Search")), Mode.WHOLE))
        .isEqualTo(new Imported<>(0, 1, 0, List.of()));

    assertThat(known("E-7", Detail.NAME)).contains("Joris");
    assertThat(known("E-7", Detail.TEAM)).contains("Search");
  }

  @Test
  void one_bad_line_refuses_the_whole_file() {
    var file =
        List.of(
            person(2, "E-7", "Joris"),
            person(3, "E-7", "Joris again"),
            team(4, "E-9", "Search"),
            person(5, "E-8", "Kim"));

    assertThat(importing.execute(PETRA, file, Mode.WHOLE))
        .isEqualTo(
            new Imported<>(
                0,
                0,
                0,
                List.of(new Refusal<>(3, Because.DUPLICATE), new Refusal<>(4, Because.UNKNOWN))));
    assertThat(people()).isZero();
  }

  @Test
  void line_by_line_the_good_ones_are_taken() {
    var file =
        List.of(
            person(2, "E-7", "Joris"), person(3, "E-7", "Joris again"), team(4, "E-9", "Search"));

    assertThat(importing.execute(PETRA, file, Mode.LINES))
        .isEqualTo(
            new Imported<>(
                1,
                0,
                0,
                List.of(new Refusal<>(3, Because.DUPLICATE), new Refusal<>(4, Because.UNKNOWN))));
    assertThat(known("E-7", Detail.NAME)).contains("Joris");
    assertThat(people()).isEqualTo(1);
  }

  @Test
  void judging_writes_nothing() {
    var file = List.of(person(2, "E-7", "Joris"), person(3, "E-7", "Joris again"));

    assertThat(importing.execute(PETRA, file, Mode.JUDGE))
        .isEqualTo(new Imported<>(0, 0, 0, List.of(new Refusal<>(3, Because.DUPLICATE))));
    assertThat(people()).isZero();
  }

  @Test
  void a_name_alone_or_a_contract_alone_makes_nobody() {
    var named = new Line(2, new HrNumber("E-7"), Map.of(Detail.NAME, Optional.of("Joris")));
    var contracted = new Line(3, new HrNumber("E-8"), Map.of(Detail.CONTRACT, Optional.of("flex")));

    assertThat(importing.execute(PETRA, List.of(named, contracted), Mode.LINES).refused())
        .containsExactly(new Refusal<>(2, Because.UNKNOWN), new Refusal<>(3, Because.UNKNOWN));
  }

  @Test
  void a_line_that_was_overtaken_is_said_again() {
    var _ = importing.execute(PETRA, List.of(person(2, "E-7", "Joris")), Mode.WHOLE);
    var once = new boolean[] {true};
    var overtaken =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("saveAll") && once[0]) {
                    once[0] = false;
                    var before = directory.find(new HrNumber("E-7")).orElseThrow();
                    var after = before.with(said(1, Map.of(Detail.DEPARTMENT, "Engineering")));
                    assertThat(directory.save(Change.of(before, after, SEALS), Optional.empty()))
                        .isEqualTo(Directory.Saving.SAVED);
                  }
                  return method.invoke(directory, arguments);
                });

    var imported =
        new ImportColleagues(overtaken, SEALS, clock)
            .execute(PETRA, List.of(team(2, "E-7", "Search"), person(3, "E-8", "Kim")), Mode.WHOLE);

    assertThat(imported).isEqualTo(new Imported<>(1, 1, 0, List.of()));
    assertThat(known("E-7", Detail.TEAM)).contains("Search");
    assertThat(known("E-7", Detail.DEPARTMENT)).contains("Engineering");
  }

  @Test
  void whoever_is_overtaken_for_ever_gives_up() {
    var never =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) ->
                    method.getName().equals("saveAll")
                        ? List.of(new HrNumber("E-7"))
                        : method.invoke(directory, arguments));
    var file = List.of(person(2, "E-7", "Joris"));

    assertThatThrownBy(
            () -> new ImportColleagues(never, SEALS, clock).execute(PETRA, file, Mode.WHOLE))
        .isInstanceOf(IllegalStateException.class);
  }
}
