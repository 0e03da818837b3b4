package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.ROSA;
import static io.referralflow.scenario.People.RUBEN;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.Page;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.submission.ReadReferral.Reading;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Personal data is gone when it was promised.
class PrivacyTest extends Story {

  @BeforeEach
  void upkeep_runs_hourly() {
    world.hourly();
  }

  private void assertErasedAt(ReferralId id, String lastMoment, String moment) {
    world.goTo(lastMoment);
    assertThat(world.store().knowsCandidate(id)).isTrue();
    world.goTo(moment);
    assertThat(world.store().knowsCandidate(id)).isFalse();
  }

  private Optional<LocalDate> promised(ReferralId id) {
    return world
        .product()
        .readInvitation
        .execute(world.ports().seals().invitation(id, 1))
        .orElseThrow()
        .keptUntil();
  }

  @Test
  void four_weeks_after_the_hire() {
    var sam = samIsHired();

    assertThat(promised(sam)).hasValue(LocalDate.of(2026, 4, 17));
    assertErasedAt(sam, "2026-04-17T16:59", "2026-04-17T17:00");
    assertThat(world.product().readReferral.execute(EMMA, sam))
        .isInstanceOfSatisfying(
            Reading.Own.class, own -> assertThat(own.candidateName()).isEmpty());
    world.goTo("2026-07-02T16:00");
    assertThat(Told.ledger(world, sam)).hasSize(2);
  }

  @Test
  void four_weeks_after_a_rejection() {
    var sam = samIsScreened();
    assertThat(promised(sam)).hasValue(LocalDate.of(2027, 6, 28));
    world.goTo("2026-03-10T10:00");
    world.rejects(RUBEN, sam, RejectionReason.SKILLS);

    assertThat(promised(sam)).hasValue(LocalDate.of(2026, 4, 7));
    assertErasedAt(sam, "2026-04-07T10:59", "2026-04-07T11:00");
    assertThat(promised(sam)).isEmpty();
  }

  @Test
  void four_weeks_after_a_procedure_that_nobody_ended() {
    var sam = samIsConsidered();
    world.goTo("2027-06-01T10:00");

    assertThat(promised(sam)).hasValue(LocalDate.of(2027, 6, 28));
    assertErasedAt(sam, "2027-06-28T09:59", "2027-06-28T12:00");
  }

  @Test
  void a_year_after_a_procedure_that_nobody_ended_when_the_candidate_said_so() {
    var sam = samIsReferred();
    world.accepts(sam, Feedback.STAGE, Keep.YEAR);
    world.goTo("2027-06-01T10:00");

    assertThat(promised(sam)).hasValue(LocalDate.of(2028, 5, 30));
    assertErasedAt(sam, "2028-05-30T09:59", "2028-05-30T12:00");
  }

  @Test
  void a_year_after_a_rejection_when_the_candidate_said_so() {
    var sam = samIsReferred();
    world.accepts(sam, Feedback.STAGE, Keep.YEAR);
    world.goTo("2026-03-10T10:00");
    world.rejects(RUBEN, sam, RejectionReason.SKILLS);

    assertThat(promised(sam)).hasValue(LocalDate.of(2027, 3, 10));
    assertErasedAt(sam, "2027-03-10T09:59", "2027-03-10T10:00");
  }

  @Test
  void four_weeks_after_a_no() {
    var sam = samIsReferred();
    world.declines(sam);

    assertErasedAt(sam, "2026-03-30T09:59", "2026-03-30T11:00");
  }

  @Test
  void four_weeks_after_an_invitation_that_nobody_answered() {
    var sam = samIsReferred();

    assertThat(promised(sam)).hasValue(LocalDate.of(2026, 4, 13));
    assertErasedAt(sam, "2026-04-13T09:59", "2026-04-13T12:00");
  }

  @Test
  void four_weeks_after_the_hire_went_to_another_referrer() {
    world.hears(hiredToday(samIsReferred()));
    var joriss = world.refers(People.JORIS, SAM, JAVA_ENGINEER);
    assertThat(world.referral(joriss)).isInstanceOf(Referral.AlreadyKnown.class);

    assertErasedAt(joriss, "2026-03-30T09:59", "2026-03-30T11:00");
  }

  private static HrMessage hiredToday(ReferralId id) {
    return hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM).forReferral(id);
  }

  @Test
  void at_once_on_a_withdrawal() {
    var sam = samIsConsidered();
    world.withdraws(sam);

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-05 goodbye to sam");
  }

  @Test
  void a_day_after_a_withdrawal_when_the_goodbye_cannot_be_sent() {
    var sam = samIsConsidered();
    for (var i = 0; i < 100; i++) {
      world.postbox().answerNext(new Handover.TryLater("throttled"));
    }
    world.withdraws(sam);

    assertErasedAt(sam, "2026-03-06T10:59", "2026-03-06T11:00");
    world.goTo("2026-03-06T23:00");
    assertThat(Told.mails(world, sam)).noneMatch(mail -> mail.contains("goodbye"));
  }

  @Test
  void an_end_whose_notice_found_nobody_left_is_told_to_the_referrer_all_the_same() {
    var sam = samIsConsidered();
    world.streamStops();
    world.withdraws(sam);
    world.streamIsLost();
    world.streamStops();
    world.goTo("2026-03-06T12:00");
    assertThat(world.store().knowsCandidate(sam)).isFalse();
    world.streamFlows();
    world.goTo("2026-03-09T12:00");

    assertThat(Told.mails(world, sam)).last().isEqualTo("2026-03-07 ended to emma");
    assertThat(Told.view(world, EMMA, sam)).startsWith("ended");
  }

  @Test
  void what_finds_a_person_goes_ninety_days_after_the_eligibility() {
    var person = world.ports().seals().person(new Email(SAM));
    var sam = samIsReferred();
    world.goTo("2027-05-31T08:00");
    assertThat(world.ports().persons().find(person).referrals()).hasSize(1);
    world.goTo("2027-06-01T08:00");

    assertThat(world.ports().persons().find(person).referrals()).isEmpty();
    assertThat(world.referral(sam)).isInstanceOf(Referral.Expired.class);
  }

  @Test
  void an_entry_by_hand_that_nobody_agrees_to_goes_after_thirty_days() {
    world.enters(ROSA, hired("HR-9000", "2026-05-01").of("stranger@example.org"));
    world.goTo("2026-04-01T05:59");
    assertThat(pending()).isEqualTo(1);
    world.goTo("2026-04-02T06:00");

    assertThat(pending()).isZero();
  }

  private int pending() {
    return world
        .product()
        .listEnteredEvents
        .execute(new Page.Request(20, Optional.empty()))
        .page()
        .items()
        .size();
  }
}
