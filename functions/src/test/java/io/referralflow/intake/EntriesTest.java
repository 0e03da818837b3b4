package io.referralflow.intake;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.startMoved;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.intake.AgreeToHrEvent.Agreeing;
import io.referralflow.intake.EnterHrEvent.Entering;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Page;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Events entered by hand, and the second person's agreement.
class EntriesTest {

  private static final String SAM = "sam@example.org";

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, SAM, JAVA_ENGINEER);
  private final HrMessage hire =
      hired("HR-1", "2026-05-01").of(SAM).named("by-hand").occurred(world.now());

  private List<Entry> pending() {
    return world
        .product()
        .listEnteredEvents
        .execute(new Page.Request(20, Optional.empty()))
        .page()
        .items();
  }

  @Nested
  class Entering_one {

    @Test
    void stores_it_for_a_second_person_and_does_nothing_else() {
      assertThat(world.enter(RUBEN, hire)).isEqualTo(new Entering.Entered("by-hand", false));

      assertThat(pending())
          .containsExactly(
              new Entry(
                  world.event(hire),
                  hire.email().map(world.ports().seals()::person),
                  "{}",
                  RUBEN.id(),
                  world.now(),
                  Optional.empty()));
      assertThat(world.ports().employees().find(RUBEN.id())).hasValue(RUBEN.employee());
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
    }

    @Test
    void again_is_the_same_answer_and_keeps_the_first() {
      world.enters(RUBEN, hire);
      world.goTo("2026-03-02T10:15");

      assertThat(world.enter(RUBEN, hire)).isEqualTo(new Entering.Entered("by-hand", false));
      assertThat(world.enter(ROSA, hire)).isEqualTo(new Entering.Entered("by-hand", false));
      assertThat(pending()).extracting(Entry::enteredBy).containsExactly(RUBEN.id());
    }

    @Test
    void after_the_agreement_says_so() {
      world.enters(RUBEN, hire);
      world.agrees(ROSA, "by-hand");

      assertThat(world.enter(RUBEN, hire)).isEqualTo(new Entering.Entered("by-hand", true));
    }

    @Test
    void under_an_id_that_is_taken_is_refused() {
      world.enters(RUBEN, hire);

      assertThat(world.enter(RUBEN, hired("HR-1", "2026-06-01").of(SAM).named("by-hand")))
          .isEqualTo(new Entering.Differs());
    }

    @Test
    void that_cannot_be_meant_is_refused_and_not_stored() {
      assertThat(world.enter(RUBEN, hire.occurred(world.now().plus(Duration.ofHours(25)))))
          .isEqualTo(new Entering.Refused(List.of(Reason.FROM_THE_FUTURE)));
      assertThat(world.enter(RUBEN, hired("HR-1", "2026-05-01", "2026-04-30").of(SAM)))
          .isEqualTo(new Entering.Refused(List.of(Reason.DATES_CONTRADICT)));
      assertThat(pending()).isEmpty();
      assertThat(world.failures()).isEmpty();
    }

    @Test
    void that_cannot_be_meant_is_refused_for_all_reasons_at_once() {
      var tomorrow = world.now().plus(Duration.ofHours(25));

      assertThat(
              world.enter(
                  RUBEN, hired("HR-1", "2026-05-01", "2026-04-30").of(SAM).occurred(tomorrow)))
          .isEqualTo(
              new Entering.Refused(List.of(Reason.FROM_THE_FUTURE, Reason.DATES_CONTRADICT)));
    }

    @Test
    void about_ones_own_referral_is_refused_and_not_stored() {
      assertThat(world.enter(EMMA, hire)).isEqualTo(new Entering.OwnReferral());
      assertThat(world.enter(EMMA, hired("HR-1", "2026-05-01").forReferral(sam)))
          .isEqualTo(new Entering.OwnReferral());
      assertThat(pending()).isEmpty();
    }

    @Test
    void about_what_is_known_of_ones_own_referral_is_refused() {
      world.hears(hired("HR-1", "2026-05-01").of(SAM));

      assertThat(world.enter(EMMA, startMoved("HR-1", "2026-04-01")))
          .isEqualTo(new Entering.OwnReferral());
      assertThat(world.enter(RUBEN, startMoved("HR-1", "2026-04-01")))
          .isInstanceOf(Entering.Entered.class);
    }

    @Test
    void about_somebody_that_another_referred_is_taken() {
      var _ = world.refers(JORIS, "ada@example.org", JAVA_ENGINEER);

      assertThat(world.enter(EMMA, hired("HR-2", "2026-05-01").of("ada@example.org")))
          .isInstanceOf(Entering.Entered.class);
      assertThat(
              world.enter(
                  EMMA,
                  hired("HR-3", "2026-05-01")
                      .forReferral(new ReferralId("nosuchreferral000000000000"))))
          .isInstanceOf(Entering.Entered.class);
    }
  }

  @Nested
  class Agreeing_to_one {

    private void isEntered() {
      world.enters(RUBEN, hire);
    }

    @Test
    void makes_it_count_and_lets_its_words_go() {
      isEntered();
      assertThat(world.agree(ROSA, "by-hand")).isEqualTo(Agreeing.AGREED);

      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
      assertThat(pending()).isEmpty();
      assertThat(world.ports().entries().find("by-hand"))
          .hasValueSatisfying(entry -> {
            assertThat(entry.agreedBy()).hasValue(ROSA.id());
            assertThat(entry.data()).isEmpty();
          });
    }

    @Test
    void again_is_the_same_answer_and_keeps_who_was_first() {
      isEntered();
      world.agrees(ROSA, "by-hand");

      assertThat(world.agree(PETRA, "by-hand")).isEqualTo(Agreeing.AGREED);
      assertThat(world.agree(ROSA, "by-hand")).isEqualTo(Agreeing.AGREED);
      assertThat(world.ports().entries().find("by-hand").orElseThrow().agreedBy())
          .hasValue(ROSA.id());
      assertThat(world.facts(sam)).hasSize(2);
    }

    @Test
    void after_a_try_that_died_applies_what_it_left() {
      isEntered();
      var _ = world.ports().entries().agree("by-hand", ROSA.id());
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);

      assertThat(world.agree(ROSA, "by-hand")).isEqualTo(Agreeing.AGREED);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Hired.class);
    }

    @Test
    void of_ones_own_is_refused() {
      isEntered();
      assertRefused(RUBEN, Agreeing.SAME_PERSON);
    }

    @Test
    void about_ones_own_referral_is_refused() {
      isEntered();
      assertRefused(EMMA, Agreeing.OWN_REFERRAL);
    }

    @Test
    void that_nobody_entered_is_not_found() {
      assertRefused(ROSA, Agreeing.NOT_FOUND);
    }

    @Test
    void that_belongs_to_nobody_or_is_refused_is_an_agreement_all_the_same() {
      world.enters(RUBEN, hired("HR-9", "2026-05-01").named("nobody"));
      assertThat(world.agree(ROSA, "nobody")).isEqualTo(Agreeing.AGREED);

      world.hears(hired("HR-1", "2026-05-01").of(SAM).named("same"));
      world.enters(RUBEN, hired("HR-1", "2026-06-01").of(SAM).named("same"));
      assertThat(world.agree(ROSA, "same")).isEqualTo(Agreeing.AGREED);
      assertThat(world.failures()).containsExactly("event same-id-other-body");
    }

    private void assertRefused(Caller who, Agreeing refusal) {
      assertThat(world.agree(who, "by-hand")).isEqualTo(refusal);
      assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);
      assertThat(world.ports().entries().find("by-hand").flatMap(Entry::agreedBy)).isEmpty();
    }
  }

  @Test
  void the_list_names_who_entered_what() {
    world.enters(RUBEN, hire);
    world.goTo("2026-03-02T10:15");
    world.enters(ROSA, hired("HR-2", "2026-05-01").named("second"));

    var listed = world.product().listEnteredEvents.execute(new Page.Request(20, Optional.empty()));
    assertThat(listed.page().items())
        .extracting(entry -> entry.event().id() + " by " + listed.enteredBy(entry))
        .containsExactly("by-hand by Ruben Visser", "second by Rosa Mulder");
    assertThat(listed.page().next()).isEmpty();
    var nobody = new ListEnteredEvents.Listed(listed.page(), Map.of());
    assertThat(nobody.enteredBy(listed.page().items().getFirst())).isEmpty();
  }
}
