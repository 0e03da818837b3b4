package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.probationChanged;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.programme.Audience;
import io.referralflow.programme.ProgrammeFixtures;
import io.referralflow.programme.Scope;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Terms name the day on which the referrer must be in service. What was due before is never
/// forfeited.
class ReferrerInServiceTest extends Story {

  private static final String FIRST =
      "2026-05-01T00:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29";
  private static final String SECOND =
      "2026-07-01T00:00 released 2 1000.00 due 2026-07-01 promised 2026-07-31";

  private void mustBeInService(ServiceDay day) {
    world.changesRules(PETRA, RuleBook.STANDARD.with(day));
  }

  @Nested
  class On_the_day_of_the_hire {

    @BeforeEach
    void as_the_terms_say() {
      mustBeInService(ServiceDay.HIRE);
    }

    @Test
    void who_left_the_day_before_earns_nothing_and_reads_why_a_day_later() {
      var sam = samIsConsidered();
      emmaIsGone("2026-03-19");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      world.goTo("2026-03-21T15:59");
      assertThat(Told.view(world, EMMA, sam)).startsWith("hired; 1000.00 planned");
      assertThat(Told.decisions(world, EMMA, sam)).noneMatch(line -> line.contains("nothing"));
      world.goTo("2026-03-21T16:00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo("2026-03-20 hire earns-nothing not referrer-left-before-hire");
      world.goTo("2026-07-02T10:00");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-22 ended to emma");
      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-03-20T16:00 cancelled 1 1000.00", "2026-03-20T16:00 cancelled 2 1000.00");
      assertThat(world.seenBy(RUBEN, sam).state()).isEqualTo(StateName.NOT_ELIGIBLE);
    }

    @Test
    void the_last_day_is_a_day_of_service() {
      var sam = samIsConsidered();
      emmaIsGone("2026-03-20");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).containsExactly(FIRST, SECOND);
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo(
              "2026-03-20 hire earns by ended-before-hire, referred-after-hire, other-referral,"
                  + " own-hire, referrer-left-before-hire");
    }

    @Test
    void who_leaves_after_the_hire_keeps_all_of_it() {
      var sam = samIsHired();
      emmaIsGone("2026-03-31");
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).containsExactly(FIRST, SECOND);
    }

    @Test
    void the_directory_may_say_it_late_before_the_first_instalment() {
      var sam = samIsHired();
      world.goTo("2026-04-20T10:00");
      emmaIsGone("2026-03-10");
      world.goTo("2026-05-03T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 cancelled 1 1000.00", "2026-05-01T00:00 cancelled 2 1000.00");
      assertThat(world.referral(sam)).isInstanceOf(Referral.NotEligible.class);
      assertThat(world.runningLegs(sam)).isEmpty();
    }

    @Test
    void what_finance_has_is_not_taken_back_when_the_directory_says_it_later() {
      var sam = samIsAtWork();
      emmaIsGone("2026-03-10");
      world.goTo("2026-07-03T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(FIRST, "2026-07-01T00:00 cancelled 2 1000.00");
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo("2026-07-01 hire earns-no-more not referrer-left-before-hire");
    }

    @Test
    void who_had_left_before_referring_as_the_directory_learns_later_earns_nothing() {
      var sam = samIsConsidered();
      emmaIsGone("2026-03-01");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-03-20T16:00 cancelled 1 1000.00", "2026-03-20T16:00 cancelled 2 1000.00");
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo("2026-03-20 hire earns-nothing not referrer-left-before-hire");
    }

    @Test
    void who_referred_from_outside_has_no_service_to_be_in() {
      var frits = outsideReferrer();
      var sam = world.refers(frits, SAM, JAVA_ENGINEER);
      world.accepts(sam);
      emmaIsGone("2026-03-01");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).containsExactly(FIRST, SECOND);
    }

    /// Whoever was Emma and comes back as former staff: the same row, the group of outsiders.
    private Caller outsideReferrer() {
      var programmes = world.ports().programmes();
      var alumni = ProgrammeFixtures.ongoing("alumni", Audience.EXTERNAL, Scope.EVERYBODY);
      assertThat(
              programmes.save(
                  programmes.portfolio().with(alumni), alumni, world.ports().clock().instant()))
          .isTrue();
      var roles = Set.of(Role.OUTSIDE_REFERRER);
      var frits = People.caller("frits", "Emma Jansen", "HR-0001");
      return new Caller(frits.employee().with(roles), roles);
    }

    @Test
    void an_appeal_that_is_allowed_stands_against_the_directory() {
      var sam = samIsConsidered();
      emmaIsGone("2026-03-19");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-03-23T16:00");
      var _ = world.appeal(EMMA, sam, AppealReason.WRONG_DATE);
      world.goTo("2026-03-25T09:00");
      world.allows(PETRA, sam);
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).contains(FIRST, SECOND);
    }

    @Test
    void others_who_referred_the_candidate_end_as_after_any_hire() {
      var emmas = samIsConsidered();
      var joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
      world.accepts(joriss);
      emmaIsGone("2026-03-19");
      world.goTo("2026-03-20T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));

      assertThat(world.referral(emmas)).isInstanceOf(Referral.NotEligible.class);
      assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);
      world.goTo("2026-03-21T16:00");
      assertThat(Told.view(world, JORIS, joriss)).startsWith("ended; 1000.00 cancelled");
      assertThat(world.runningLegs(joriss)).isEmpty();
    }

    @Test
    void of_several_who_share_it_the_others_get_their_part() {
      world.changesRules(
          PETRA, new RuleBook(Set.of(), 0, Credit.SPLIT_EQUALLY, 28).with(ServiceDay.HIRE));
      var joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
      var emmas = world.refers(EMMA, SAM, JAVA_ENGINEER);
      emmaIsGone("2026-03-05");
      world.goTo("2026-03-12T16:00");
      world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, joriss)).allMatch(row -> row.contains(" 500.00 due "));
      assertThat(Told.ledger(world, joriss)).hasSize(2);
      assertThat(released(emmas)).isZero();
      assertThat(world.referral(emmas)).isInstanceOf(Referral.NotEligible.class);
    }

    /// The table is brought back to the evening before the hire, the directory says that the
    /// referrer had left by then, and HR reports the hire again.
    @Test
    void what_finance_had_before_a_restore_stays_released_when_the_hire_is_heard_again() {
      world.hourly();
      var sam = samIsConsidered();
      world.goTo("2026-03-19T20:00");
      var evening = world.store().moment();
      world.goTo("2026-03-20T16:00");
      var hire = hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("hire").occurred(world.now());
      world.hears(hire);
      world.goTo("2026-05-01T09:00");
      assertThat(Told.ledger(world, sam)).containsExactly(FIRST);

      world.restore(evening);
      emmaIsGone("2026-03-10");
      world.hears(hire);
      assertThat(StateName.of(world.referral(sam))).isEqualTo(StateName.HIRED);
      world.thaw();
      world.goTo("2026-07-02T09:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T11:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 cancelled 2 1000.00");
      assertThat(toldToPay()).isEqualTo(1);
    }

    @Test
    void of_several_who_share_it_finance_keeps_what_it_had_of_each() {
      world.hourly();
      world.changesRules(
          PETRA, new RuleBook(Set.of(), 0, Credit.SPLIT_EQUALLY, 28).with(ServiceDay.HIRE));
      var joriss = world.refers(JORIS, SAM, JAVA_ENGINEER);
      var emmas = world.refers(EMMA, SAM, JAVA_ENGINEER);
      world.goTo("2026-03-11T16:00");
      var evening = world.store().moment();
      world.goTo("2026-03-12T16:00");
      var hire = hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("hire").occurred(world.now());
      world.hears(hire);
      world.goTo("2026-05-01T09:00");
      assertThat(toldToPay()).isEqualTo(2);

      world.restore(evening);
      emmaIsGone("2026-03-05");
      world.hears(hire);
      world.thaw();
      world.goTo("2026-05-02T09:00");

      assertThat(released(joriss)).isEqualTo(1);
      assertThat(released(emmas)).isEqualTo(1);
      assertThat(toldToPay()).isEqualTo(2);
    }

    @Test
    void where_finance_had_nothing_a_hire_that_is_heard_again_earns_nothing() {
      world.hourly();
      var sam = samIsConsidered();
      world.goTo("2026-03-19T20:00");
      var evening = world.store().moment();
      world.goTo("2026-03-20T16:00");
      var hire = hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).named("hire").occurred(world.now());
      world.hears(hire);

      world.restore(evening);
      emmaIsGone("2026-03-10");
      world.hears(hire);

      assertThat(world.referral(sam)).isInstanceOf(Referral.NotEligible.class);
    }
  }

  /// How often finance was told to pay something.
  private long toldToPay() {
    return world.postbox().received().stream()
        .filter(mail -> mail.letter().subject().startsWith("Te betalen: "))
        .count();
  }

  private long released(ReferralId id) {
    return Told.ledger(world, id).stream().filter(row -> row.contains("released")).count();
  }

  @Nested
  class On_each_due_day {

    @BeforeEach
    void as_the_terms_say() {
      mustBeInService(ServiceDay.MILESTONE);
    }

    @Test
    void who_leaves_the_day_before_earns_no_more() {
      var sam = samIsAtWork();
      world.goTo("2026-06-15T10:00");
      emmaIsGone("2026-06-30");
      world.goTo("2026-07-01T23:59");

      assertThat(Told.view(world, EMMA, sam)).contains("1000.00 planned for 2026-07-01");
      world.goTo("2026-07-03T10:00");
      assertThat(Told.ledger(world, sam))
          .containsExactly(FIRST, "2026-07-01T00:00 cancelled 2 1000.00");
      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo(
              "ended; 1000.00 released for 2026-05-01, 1000.00 cancelled for 2026-07-01; payment by"
                  + " 2026-05-29");
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo("2026-07-01 release earns-no-more not referrer-left-before-milestone");
      assertThat(Told.mails(world, sam)).last().isEqualTo("2026-07-02 ended to emma");
      assertThat(Told.timeline(world, RUBEN, sam))
          .last()
          .isEqualTo("2026-07-01 not eligible probation");
      assertThat(world.seenBy(RUBEN, sam).state()).isEqualTo(StateName.NOT_ELIGIBLE);
      assertThat(world.runningLegs(sam)).isEmpty();
    }

    @Test
    void who_leaves_on_the_due_day_has_earned_it() {
      var sam = samIsAtWork();
      emmaIsGone("2026-07-01");
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).containsExactly(FIRST, SECOND);
    }

    @Test
    void who_left_before_the_first_one_earns_nothing() {
      var sam = samIsHired();
      emmaIsGone("2026-04-30");
      world.goTo("2026-05-03T10:00");

      assertThat(Told.view(world, EMMA, sam))
          .isEqualTo("ended; 1000.00 cancelled, 1000.00 cancelled; none");
      assertThat(Told.decisions(world, EMMA, sam))
          .last()
          .isEqualTo("2026-05-01 release earns-nothing not referrer-left-before-milestone");
    }

    @Test
    void who_had_left_before_referring_as_the_directory_learns_later_earns_nothing() {
      var sam = samIsHired();
      emmaIsGone("2026-03-01");
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-01T00:00 cancelled 1 1000.00", "2026-05-01T00:00 cancelled 2 1000.00");
    }

    @Test
    void a_due_day_that_turns_out_earlier_brings_the_instalment_back() {
      var sam = samIsAtWork();
      emmaIsGone("2026-06-15");
      world.goTo("2026-07-05T10:00");
      world.hears(probationChanged(SAMS_HR_NUMBER, "2026-06-14"));
      world.goTo("2026-07-06T10:00");

      assertThat(Told.ledger(world, sam))
          .containsExactlyInAnyOrder(
              FIRST,
              "2026-07-01T00:00 cancelled 2 1000.00",
              "2026-07-05T10:00 released 2 1000.00 due 2026-06-15 promised 2026-07-15",
              "2026-07-05T10:00 revived 2 1000.00");
      assertThat(world.seenBy(RUBEN, sam).state()).isEqualTo(StateName.COMPLETED);
    }

    @Test
    void whom_the_directory_does_not_know_earns_all() {
      var sam = samIsHired();
      world.goTo("2026-07-02T10:00");

      assertThat(Told.ledger(world, sam)).containsExactly(FIRST, SECOND);
    }

    @Test
    void what_an_upkeep_finds_overdue_is_judged_as_well() {
      var sam = samIsAtWork();
      emmaIsGone("2026-06-30");
      world.losesAllExecutions();
      world.sleepsUntil("2026-07-05T10:00");
      world.goTo("2026-07-07T10:00");

      assertThat(Told.ledger(world, sam)).hasSize(2).first().isEqualTo(FIRST);
      assertThat(Told.ledger(world, sam)).last().asString().endsWith(" cancelled 2 1000.00");
    }

    /// The table is brought back to the evening before the first release, and only then does the
    /// directory say that the referrer had left.
    @Test
    void what_finance_had_before_a_restore_stays_released_whatever_the_directory_says() {
      world.hourly();
      var sam = samIsHired();
      world.goTo("2026-04-30T20:00");
      var evening = world.store().moment();
      world.goTo("2026-05-01T09:00");
      assertThat(Told.ledger(world, sam)).containsExactly(FIRST);

      world.restore(evening);
      emmaIsGone("2026-04-20");
      world.goTo("2026-05-02T09:00");
      world.thaw();
      world.goTo("2026-07-02T09:00");

      assertThat(Told.ledger(world, sam))
          .containsExactly(
              "2026-05-02T10:00 released 1 1000.00 due 2026-05-01 promised 2026-05-29",
              "2026-07-01T00:00 cancelled 2 1000.00");
      assertThat(world.failures()).contains("payout released-before");
      assertThat(toldToPay()).isEqualTo(1);
    }
  }
}
