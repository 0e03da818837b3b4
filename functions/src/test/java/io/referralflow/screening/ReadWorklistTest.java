package io.referralflow.screening;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Procedure;
import io.referralflow.referral.Passage;
import io.referralflow.scenario.FaultyReferrals;
import io.referralflow.scenario.World;
import io.referralflow.screening.ReadWorklist.Item;
import io.referralflow.screening.ReadWorklist.WaitsFor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What waits for a person.
class ReadWorklistTest {

  private final World world = World.on("2026-03-02T09:15");

  private static Optional<Passage> in(int phase, String since) {
    return Optional.of(
        new Passage(Procedure.STANDARD.phases().get(phase), World.moment(since), Optional.empty()));
  }

  private Page<Item> worklist(int limit, Optional<String> cursor) {
    return world.product().readWorklist.execute(new Page.Request(limit, cursor));
  }

  @Test
  void lists_oldest_first_what_waits_for_what() {
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    var bob = world.refers(EMMA, "bob@example.org", DATA_ENGINEER);
    var cas = world.refers(EMMA, "cas@example.org", JAVA_ENGINEER);
    var _ = world.refers(EMMA, "dan@example.org", JAVA_ENGINEER);
    var _ = world.refers(EMMA, "eve@example.org", JAVA_ENGINEER);
    world.goTo("2026-03-03T10:00");
    world.declines(cas);
    world.accepts(ada);
    world.goTo("2026-03-03T11:00");
    world.accepts(bob);
    world.goTo("2026-03-03T12:00");
    world.advances(RUBEN, ada);
    world.goTo("2026-03-03T13:00");
    world.hears(hired("HR-1", "2026-05-01").of("cas@example.org"));
    world.hears(hired("HR-2", "2026-05-01").of("dan@example.org"));

    var items =
        List.of(
            new Item(
                bob,
                Optional.of("Bob Smit"),
                DATA_ENGINEER,
                WaitsFor.DECISION,
                World.moment("2026-03-03T11:00"),
                in(0, "2026-03-03T11:00")),
            new Item(
                ada,
                Optional.of("Ada Smit"),
                JAVA_ENGINEER,
                WaitsFor.HIRE,
                World.moment("2026-03-03T12:00"),
                in(1, "2026-03-03T12:00")),
            new Item(
                cas,
                Optional.of("Cas Smit"),
                JAVA_ENGINEER,
                WaitsFor.SETTLEMENT,
                World.moment("2026-03-03T13:00"),
                Optional.empty()));
    assertThat(worklist(20, Optional.empty())).isEqualTo(new Page<>(items, Optional.empty()));

    var first = worklist(2, Optional.empty());
    assertThat(first.items()).isEqualTo(items.subList(0, 2));
    assertThat(worklist(2, first.next()))
        .isEqualTo(new Page<>(items.subList(2, 3), Optional.empty()));
  }

  @Test
  void leaves_out_what_a_list_that_lags_behind_still_names() {
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    var bob = world.refers(EMMA, "bob@example.org", JAVA_ENGINEER);
    var cas = world.refers(EMMA, "cas@example.org", JAVA_ENGINEER);
    world.hears(hired("HR-1", "2026-05-01").of("bob@example.org"));
    world.declines(cas);
    var sound = world.ports().referrals();
    var lagging =
        new FaultyReferrals() {
          @Override
          public Referrals sound() {
            return sound;
          }

          @Override
          public Page<Snapshot> worklist(Page.Request page) {
            return new Page<>(sound.findAll(List.of(ada, bob, cas)), Optional.of("next"));
          }
        };

    assertThat(
            new ReadWorklist(lagging, world.ports().candidates())
                .execute(new Page.Request(20, Optional.empty())))
        .isEqualTo(new Page<>(List.of(), Optional.of("next")));
  }

  @Test
  void lists_no_name_that_may_not_be_shown() {
    var cas = world.refers(EMMA, "cas@example.org", JAVA_ENGINEER);
    world.declines(cas);
    world.hears(hired("HR-1", "2026-05-01").of("cas@example.org"));
    world.streamStops();
    world.withdraws(cas);
    assertThat(world.store().knowsCandidate(cas)).isTrue();

    assertThat(worklist(20, Optional.empty()).items())
        .extracting(Item::candidateName)
        .containsExactly(Optional.empty());
  }
}
