package io.referralflow.intake;

import static io.referralflow.directory.DirectoryFixtures.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.referralflow.directory.ColleagueEvent;
import io.referralflow.directory.Detail;
import io.referralflow.directory.Saying;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrNumber;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.TakeInColleagueEvent.TakingIn;
import io.referralflow.port.Directory;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Page;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeInColleagueEventTest {

  private static final HrNumber E7 = new HrNumber("E-7");

  private final InMemoryWorld world = new InMemoryWorld();
  private final TakeInColleagueEvent takeIn = takingInto(world.directory());

  private TakeInColleagueEvent takingInto(Directory directory) {
    return new TakeInColleagueEvent(
        directory,
        world.failures(),
        new FakeSeals(),
        new FakeClock(Instant.parse("2026-03-02T12:00:00Z")));
  }

  private static ColleagueEvent event(String id, String hash, Saying saying) {
    return new ColleagueEvent("com.example.hr", id, hash, E7, saying);
  }

  private static ColleagueEvent team(String id, int minute, String team) {
    return event(id, "hash-" + id, said(minute, Map.of(Detail.TEAM, team)));
  }

  private Optional<String> team() {
    return world.directory().find(E7).flatMap(it -> it.text(Detail.TEAM));
  }

  private List<Failure> failures() {
    return world.failures().list(new Page.Request(10, Optional.empty())).items();
  }

  @Test
  void events_count_by_when_they_happened_whatever_came_first() {
    assertThat(takeIn.execute(team("2", 20, "Payments"))).isEqualTo(new TakingIn.Applied());
    assertThat(takeIn.execute(team("1", 10, "Search"))).isEqualTo(new TakingIn.Applied());

    assertThat(team()).contains("Payments");
  }

  @Test
  void an_event_that_was_seen_changes_nothing() {
    var _ = takeIn.execute(team("1", 10, "Search"));
    var before = world.everything();

    assertThat(takeIn.execute(team("1", 10, "Search"))).isEqualTo(new TakingIn.Applied());

    assertThat(world.everything()).isEqualTo(before);
  }

  @Test
  void the_same_id_with_another_body_is_for_a_person() {
    var _ = takeIn.execute(team("1", 10, "Search"));

    var again = event("1", "other", said(11, Map.of(Detail.TEAM, "Payments")));

    assertThat(takeIn.execute(again)).isEqualTo(new TakingIn.Refused(Reason.SAME_ID_OTHER_BODY));
    assertThat(team()).contains("Search");
    assertThat(failures())
        .extracting(Failure::reason, Failure::eventId)
        .containsExactly(tuple("same-id-other-body", Optional.of("1")));
  }

  @Test
  void an_event_of_more_than_a_day_ahead_is_for_a_person() {
    assertThat(takeIn.execute(team("1", 27 * 60, "Search"))).isEqualTo(new TakingIn.Applied());
    assertThat(takeIn.execute(team("2", 27 * 60 + 1, "Payments")))
        .isEqualTo(new TakingIn.Refused(Reason.FROM_THE_FUTURE));
    assertThat(team()).contains("Search");
  }

  @Test
  void whoever_leaves_before_they_begin_is_for_a_person() {
    var service = Map.of(Detail.IN_SERVICE_FROM, "2026-03-02", Detail.IN_SERVICE_TO, "2026-03-01");
    var oneDay = Map.of(Detail.IN_SERVICE_FROM, "2026-03-02", Detail.IN_SERVICE_TO, "2026-03-02");

    assertThat(takeIn.execute(event("1", "hash-1", said(1, service))))
        .isEqualTo(new TakingIn.Refused(Reason.DATES_CONTRADICT));
    assertThat(takeIn.execute(event("2", "hash-2", said(1, oneDay))))
        .isEqualTo(new TakingIn.Applied());
    assertThat(failures()).hasSize(1);
  }

  @Test
  void an_event_that_is_overtaken_is_taken_in_all_the_same() {
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
                  return method.invoke(world.directory(), arguments);
                });

    assertThat(takingInto(overtaken).execute(team("1", 10, "Search")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(team()).contains("Search");
  }

  @Test
  void an_event_that_is_overtaken_for_ever_is_tried_again_later() {
    var never =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (_, method, arguments) ->
                    method.getName().equals("save")
                        ? Directory.Saving.STALE
                        : method.invoke(world.directory(), arguments));

    assertThatThrownBy(() -> takingInto(never).execute(team("1", 10, "Search")))
        .isInstanceOf(IllegalStateException.class);
  }
}
