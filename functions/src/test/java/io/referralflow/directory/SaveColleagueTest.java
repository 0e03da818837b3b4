package io.referralflow.directory;

import static io.referralflow.directory.DirectoryFixtures.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Directory;
import io.referralflow.port.Directory.Change;
import io.referralflow.staff.EmployeeId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaveColleagueTest {

  private static final FakeSeals SEALS = new FakeSeals();
  private static final HrNumber E7 = new HrNumber("E-7");
  private static final EmployeeId PETRA = new EmployeeId("petra");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-02T09:10:00Z"));
  private final Directory directory = new InMemoryWorld().directory();
  private final SaveColleague save = new SaveColleague(directory, SEALS, clock);

  private SaveColleague.Saved team(String team) {
    return save.execute(PETRA, E7, Map.of(Detail.TEAM, Optional.of(team)));
  }

  private Optional<String> team() {
    return directory.find(E7).orElseThrow().text(Detail.TEAM);
  }

  private void hear(int minute, String team) {
    var before = directory.find(E7).orElseThrow();
    var after = before.with(said(minute, Map.of(Detail.TEAM, team)));
    assertThat(directory.save(Change.of(before, after, SEALS), Optional.empty()))
        .isEqualTo(Directory.Saving.SAVED);
  }

  @Test
  void the_first_time_somebody_is_made_and_then_changed() {
    assertThat(team("Search").made()).isTrue();
    assertThat(team("Payments").made()).isFalse();
    assertThat(team()).contains("Payments");
  }

  @Test
  void what_is_said_later_wins_also_within_a_millisecond() {
    for (var i = 1; i <= 12; i++) {
      assertThat(team("Team " + i).colleague().text(Detail.TEAM)).contains("Team " + i);
    }
  }

  @Test
  void an_older_report_that_comes_later_changes_nothing_and_a_newer_one_does() {
    var _ = team("Search");

    hear(9, "Before");
    assertThat(team()).contains("Search");

    hear(11, "After");
    assertThat(team()).contains("After");
  }

  @Test
  void what_is_stored_is_what_is_answered() {
    var saved = team("Search");

    assertThat(directory.find(E7)).contains(saved.colleague());
    assertThat(saved.colleague().details())
        .containsEntry(
            Detail.TEAM,
            new Register<>(
                Optional.of("Search"), new Stamp(clock.instant(), "by-hand-000000001-petra")));
  }

  @Test
  void whoever_was_overtaken_tries_again() {
    var once = new boolean[] {true};
    var overtaken =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("save") && once[0]) {
                    once[0] = false;
                    return Directory.Saving.STALE;
                  }
                  return method.invoke(directory, arguments);
                });

    var saved =
        new SaveColleague(overtaken, SEALS, clock)
            .execute(PETRA, E7, Map.of(Detail.TEAM, Optional.of("Search")));

    assertThat(saved.colleague().text(Detail.TEAM)).contains("Search");
  }

  @Test
  void whoever_is_overtaken_for_ever_gives_up() {
    var never =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) ->
                    method.getName().equals("save")
                        ? Directory.Saving.STALE
                        : method.invoke(directory, arguments));
    var saving = new SaveColleague(never, SEALS, clock);

    assertThatThrownBy(() -> saving.execute(PETRA, E7, Map.of(Detail.TEAM, Optional.of("Search"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void time_that_passes_is_the_time_of_saying() {
    clock.set(clock.instant().plus(Duration.ofMinutes(30)));
    var _ = team("Search");

    hear(35, "Before");

    assertThat(team()).contains("Search");
  }
}
