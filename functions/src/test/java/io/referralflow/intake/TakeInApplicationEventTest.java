package io.referralflow.intake;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.DATA_ENGINEER;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.TakeInApplicationEvent.TakingIn;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.ApplicationEvent.Saying;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Passage;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.MoveReferral.Moving;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events about applications: in any order, again, of people whom nobody knows, too late.
class TakeInApplicationEventTest {

  private static final Saying REJECTED = new Saying.Rejected(RejectionReason.SKILLS);

  private final World world = World.on("2026-03-02T09:15");
  private final ReferralId sam = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);

  private static Saying advanced(String phase) {
    return new Saying.Advanced(new PhaseId(phase));
  }

  private ApplicationEvent event(
      String id, String at, Saying saying, Optional<String> referral, Optional<VacancyId> vacancy) {
    return new ApplicationEvent(
        "com.example.ats",
        world.ports().seals().digest(id + saying),
        new Stamp(World.moment(at), id),
        referral,
        vacancy,
        saying);
  }

  private TakingIn hear(ApplicationEvent event, String address) {
    var outcome =
        world
            .product()
            .takeInApplicationEvent
            .execute(
                event,
                address.isEmpty()
                    ? Optional.empty()
                    : Optional.of(world.ports().seals().person(new Email(address))));
    world.settle();
    return outcome;
  }

  private TakingIn hear(String id, String at, Saying saying) {
    return hear(event(id, at, saying, Optional.empty(), Optional.empty()), "sam@example.org");
  }

  private String phase(ReferralId id) {
    return Passage.now(world.referral(id)).map(now -> now.phase().id().value()).orElse("none");
  }

  @AfterEach
  void all_is_sound() {
    world.assertSound();
  }

  @Test
  void a_phase_is_entered_when_hr_says_and_leaving_the_first_one_advances() {
    world.accepts(sam);
    world.goTo("2026-03-05T09:15");

    assertThat(hear("e-1", "2026-03-04T10:00", advanced("interview")))
        .isEqualTo(new TakingIn.Applied());

    assertThat(world.referral(sam)).isInstanceOf(Referral.Hiring.class);
    assertThat(world.facts(sam))
        .last()
        .isEqualTo(
            new Fact.PhaseEntered(
                World.moment("2026-03-05T09:15"),
                new EmployeeId("event:e-1"),
                new PhaseId("interview"),
                new Stamp(World.moment("2026-03-04T10:00"), "e-1")));
    assertThat(Told.mails(world, sam)).endsWith("2026-03-05 advanced to emma");
    assertThat(world.visited(sam, 1)).contains("Await Hire");
  }

  /// Whoever names a referral does not mean another one of the candidate's that comes in.
  @Test
  void what_names_its_referral_is_kept_with_nobody() {
    var named =
        event(
            "e-1",
            "2026-03-02T09:15",
            advanced("interview"),
            Optional.of(sam.value()),
            Optional.empty());
    assertThat(hear(named, "sam@example.org")).isEqualTo(new TakingIn.Applied());

    var person = world.ports().seals().person(new Email("sam@example.org"));
    assertThat(world.ports().persons().find(person).applications()).isEmpty();
  }

  @Test
  void the_newest_phase_counts_in_whatever_order_they_come() {
    world.accepts(sam);
    world.goTo("2026-03-09T09:15");

    assertThat(hear("e-3", "2026-03-08T10:00", advanced("offer")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(hear("e-2", "2026-03-05T10:00", advanced("interview")))
        .isEqualTo(new TakingIn.Applied());

    assertThat(phase(sam)).isEqualTo("offer");
    assertThat(Passage.of(world.referral(sam), world.facts(sam)))
        .extracting(passage -> passage.phase().id().value())
        .containsExactly("screening", "interview", "offer");
  }

  @Test
  void sent_again_it_changes_nothing_and_another_body_is_refused() {
    world.accepts(sam);
    var _ = hear("e-1", "2026-03-02T09:15", advanced("interview"));
    var facts = world.facts(sam);

    assertThat(hear("e-1", "2026-03-02T09:15", advanced("interview")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(hear("e-1", "2026-03-02T09:15", advanced("offer")))
        .isEqualTo(new TakingIn.Refused(Reason.SAME_ID_OTHER_BODY));

    assertThat(world.facts(sam)).isEqualTo(facts);
    assertThat(world.failures()).containsExactly("event same-id-other-body");
  }

  @Test
  void a_rejection_tells_the_candidate_first_and_the_referrer_a_day_later() {
    world.accepts(sam);
    assertThat(hear("e-1", "2026-03-02T09:15", REJECTED)).isEqualTo(new TakingIn.Applied());

    assertThat(world.referral(sam))
        .isInstanceOfSatisfying(
            Referral.Rejected.class,
            end -> assertThat(end.reason()).isEqualTo(RejectionReason.SKILLS));
    assertThat(Told.view(world, EMMA, sam)).contains("screening");
    world.goTo("2026-03-04T09:15");
    assertThat(Told.mails(world, sam))
        .endsWith("2026-03-02 rejected to sam", "2026-03-04 ended to emma");
  }

  @Test
  void a_rejection_counts_whatever_comes_before_or_after() {
    world.accepts(sam);
    var _ = hear("e-1", "2026-03-02T09:16", REJECTED);
    assertThat(hear("e-2", "2026-03-02T09:17", advanced("offer")))
        .isEqualTo(new TakingIn.Unmatched());
    assertThat(world.referral(sam)).isInstanceOf(Referral.Rejected.class);

    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.accepts(ada);
    var later =
        event("e-3", "2026-03-02T09:17", advanced("offer"), Optional.empty(), Optional.empty());
    var older = event("e-4", "2026-03-02T09:16", REJECTED, Optional.empty(), Optional.empty());
    assertThat(hear(later, "ada@example.org")).isEqualTo(new TakingIn.Applied());
    assertThat(hear(older, "ada@example.org")).isEqualTo(new TakingIn.Applied());
    assertThat(world.referral(ada)).isInstanceOf(Referral.Rejected.class);
  }

  @Test
  void before_the_answer_nothing_shows_and_with_a_yes_it_counts() {
    var before = world.seenBy(EMMA, sam);
    var mails = Told.mails(world, sam);
    assertThat(hear("e-1", "2026-03-02T09:20", advanced("interview")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(world.seenBy(EMMA, sam)).isEqualTo(before);
    assertThat(Told.mails(world, sam)).isEqualTo(mails);

    world.accepts(sam);
    assertThat(phase(sam)).isEqualTo("interview");
    assertThat(world.visited(sam, 1)).contains("Await Hire").doesNotContain("Await Screening");
    assertThat(Told.mails(world, sam))
        .endsWith("2026-03-02 accepted to emma", "2026-03-02 advanced to emma");
  }

  @Test
  void turned_down_before_the_answer_it_ends_with_a_yes() {
    var before = world.seenBy(EMMA, sam);
    assertThat(hear("e-1", "2026-03-02T09:20", REJECTED)).isEqualTo(new TakingIn.Applied());
    assertThat(world.seenBy(EMMA, sam)).isEqualTo(before);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Invited.class);

    world.accepts(sam);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Rejected.class);
    world.goTo("2026-03-04T09:15");
    assertThat(Told.mails(world, sam))
        .endsWith(
            "2026-03-02 accepted to emma",
            "2026-03-02 rejected to sam",
            "2026-03-04 ended to emma");
  }

  @Test
  void every_referral_of_the_candidate_for_the_vacancy_lives_the_same_life() {
    var other = world.refers(JORIS, "sam@example.org", JAVA_ENGINEER);
    var elsewhere = world.refers(EMMA, "sam@example.org", DATA_ENGINEER);
    List.of(sam, other, elsewhere).forEach(world::accepts);

    assertThat(hear("e-1", "2026-03-02T09:15", advanced("interview")))
        .isEqualTo(new TakingIn.Refused(Reason.VACANCY_UNCLEAR));
    var named =
        event(
            "e-2",
            "2026-03-02T09:15",
            advanced("interview"),
            Optional.empty(),
            Optional.of(JAVA_ENGINEER));
    assertThat(hear(named, "sam@example.org")).isEqualTo(new TakingIn.Applied());

    assertThat(List.of(phase(sam), phase(other), phase(elsewhere)))
        .containsExactly("interview", "interview", "screening");
    assertThat(world.failures()).containsExactly("event vacancy-unclear");
  }

  @Test
  void a_named_referral_goes_before_the_address() {
    var other = world.refers(JORIS, "sam@example.org", JAVA_ENGINEER);
    List.of(sam, other).forEach(world::accepts);
    var named =
        event(
            "e-1",
            "2026-03-02T09:15",
            advanced("offer"),
            Optional.of(other.value()),
            Optional.empty());

    assertThat(hear(named, "sam@example.org")).isEqualTo(new TakingIn.Applied());
    assertThat(List.of(phase(sam), phase(other))).containsExactly("screening", "offer");
  }

  @Test
  void what_cannot_be_meant_is_on_the_failure_list_and_nothing_is_written() {
    world.accepts(sam);
    var facts = world.facts(sam);

    assertThat(hear("e-1", "2026-03-03T09:16", advanced("offer")))
        .isEqualTo(new TakingIn.Refused(Reason.FROM_THE_FUTURE));
    assertThat(hear("e-2", "2026-03-02T09:15", advanced("assessment")))
        .isEqualTo(new TakingIn.Refused(Reason.PHASE_UNKNOWN));
    for (var wrong : List.of("r0000000000000000000000099", "no id at all")) {
      var unknown =
          event(
              "e-" + wrong.length(),
              "2026-03-02T09:15",
              REJECTED,
              Optional.of(wrong),
              Optional.empty());
      assertThat(hear(unknown, "")).isEqualTo(new TakingIn.Refused(Reason.REFERRAL_UNKNOWN));
    }

    assertThat(world.facts(sam)).isEqualTo(facts);
    assertThat(world.failures())
        .containsExactlyInAnyOrder(
            "event from-the-future",
            "event phase-unknown",
            "event referral-unknown",
            "event referral-unknown");
  }

  @Test
  void a_day_ahead_is_still_meant() {
    world.accepts(sam);

    assertThat(hear("e-1", "2026-03-03T09:15", advanced("offer")))
        .isEqualTo(new TakingIn.Applied());
  }

  @Test
  void people_whom_nobody_referred_and_referrals_that_are_over_are_no_error() {
    var stranger = event("e-1", "2026-03-02T09:15", REJECTED, Optional.empty(), Optional.empty());
    assertThat(hear(stranger, "nobody@example.org")).isEqualTo(new TakingIn.Unmatched());

    world.withdraws(sam);
    assertThat(hear("e-2", "2026-03-02T09:15", advanced("interview")))
        .isEqualTo(new TakingIn.Unmatched());
    var named =
        event("e-3", "2026-03-02T09:17", REJECTED, Optional.of(sam.value()), Optional.empty());
    assertThat(hear(named, "")).isEqualTo(new TakingIn.Unmatched());
    assertThat(world.referral(sam)).isInstanceOf(Referral.Withdrawn.class);
    assertThat(world.failures()).isEmpty();
  }

  @Test
  void after_the_hire_nothing_changes_and_after_a_rejection_a_hire_is_held() {
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    var facts = world.facts(sam);
    assertThat(hear("e-1", "2026-03-02T09:15", REJECTED)).isEqualTo(new TakingIn.Unmatched());
    assertThat(world.facts(sam)).isEqualTo(facts);

    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.accepts(ada);
    var rejected = event("e-2", "2026-03-02T09:15", REJECTED, Optional.empty(), Optional.empty());
    var _ = hear(rejected, "ada@example.org");
    world.hears(hired("HR-2", "2026-05-01").of("ada@example.org"));
    assertThat(world.referral(ada)).isInstanceOf(Referral.Held.class);
  }

  @Test
  void sent_again_after_the_hire_it_is_known_as_applied() {
    world.accepts(sam);
    var _ = hear("e-1", "2026-03-02T09:15", advanced("interview"));
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));

    assertThat(hear("e-1", "2026-03-02T09:15", advanced("interview")))
        .isEqualTo(new TakingIn.Applied());
    assertThat(world.now()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
    world.rejects(RUBEN, accepted(), RejectionReason.OTHER);
  }

  private ReferralId accepted() {
    var ada = world.refers(EMMA, "ada@example.org", JAVA_ENGINEER);
    world.accepts(ada);
    return ada;
  }

  @Test
  void what_happened_before_the_referral_is_no_part_of_it() {
    assertThat(hear("e-1", "2026-03-01T10:00", new Saying.Rejected(RejectionReason.SKILLS)))
        .isEqualTo(new TakingIn.Unmatched());
    assertThat(hear("e-2", "2026-03-01T11:00", advanced("interview")))
        .isEqualTo(new TakingIn.Unmatched());

    world.accepts(sam);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
  }

  @Test
  void what_names_another_vacancy_than_the_referrals_is_for_a_person_to_see() {
    world.accepts(sam);

    assertThat(
            hear(
                event(
                    "e-1",
                    "2026-03-02T10:00",
                    new Saying.Rejected(RejectionReason.SKILLS),
                    Optional.of(sam.value()),
                    Optional.of(new VacancyId("another"))),
                ""))
        .isInstanceOf(TakingIn.Refused.class);
    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
  }

  @Test
  void what_hr_said_before_the_yes_is_no_decision_yet() {
    var _ = hear("e-1", "2026-03-02T10:00", advanced("interview"));

    assertThat(world.decide(RUBEN, sam, new Decision.Advance()))
        .isEqualTo(new Deciding.WrongState(StateName.INVITED));
  }

  @Test
  void a_referral_that_moves_leaves_the_refusal_for_the_other_vacancy_behind() {
    var _ = hear("e-1", "2026-03-02T10:00", new Saying.Rejected(RejectionReason.SKILLS));
    assertThat(world.product().moveReferral.execute(RUBEN, sam, Programme.DATA_ENGINEER))
        .isInstanceOf(Moving.Moved.class);
    world.settle();
    world.accepts(sam);

    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
  }

  @Test
  void a_refusal_that_comes_again_after_a_move_refuses_nothing_more() {
    var _ = hear("e-1", "2026-03-02T10:00", REJECTED);
    moves();

    assertThat(hear("e-1", "2026-03-02T10:00", REJECTED)).isEqualTo(new TakingIn.Applied());
    world.accepts(sam);
    assertThat(hear("e-1", "2026-03-02T10:00", REJECTED)).isEqualTo(new TakingIn.Applied());

    assertThat(world.referral(sam)).isInstanceOf(Referral.Screening.class);
  }

  @Test
  void a_refusal_from_before_a_move_that_comes_late_is_of_the_other_application() {
    world.goTo("2026-03-04T09:15");
    moves();

    assertThat(hear("e-1", "2026-03-04T09:14", REJECTED)).isEqualTo(new TakingIn.Unmatched());
    assertThat(world.facts(sam)).noneMatch(Fact.TurnedDown.class::isInstance);

    assertThat(hear("e-2", "2026-03-04T09:15", REJECTED)).isEqualTo(new TakingIn.Applied());
  }

  @Test
  void a_refusal_for_the_vacancy_of_the_move_counts_whenever_it_was() {
    world.goTo("2026-03-04T09:15");
    moves();

    var refusal =
        event(
            "e-1",
            "2026-03-04T09:14",
            REJECTED,
            Optional.of(sam.value()),
            Optional.of(DATA_ENGINEER));

    assertThat(hear(refusal, "")).isEqualTo(new TakingIn.Applied());
  }

  private void moves() {
    assertThat(world.product().moveReferral.execute(RUBEN, sam, DATA_ENGINEER))
        .isInstanceOf(Moving.Moved.class);
    world.settle();
  }
}
