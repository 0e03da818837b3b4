package io.referralflow.intake;

import static io.referralflow.hire.ReportFixtures.hired;
import static io.referralflow.referral.FactFixtures.accepted;
import static io.referralflow.referral.FactFixtures.advanced;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.particulars;
import static io.referralflow.referral.FactFixtures.takenBack;
import static io.referralflow.referral.ReferralFixtures.aCompletedReferral;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aLapsedReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralHeldAfterItsEnd;
import static io.referralflow.referral.ReferralFixtures.aReferralInHiring;
import static io.referralflow.referral.ReferralFixtures.aReferralInScreening;
import static io.referralflow.referral.ReferralFixtures.aReferralOfOneself;
import static io.referralflow.referral.ReferralFixtures.aReferralThatLeft;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheCandidateWithdrew;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.aReferralWithItsHireCancelled;
import static io.referralflow.referral.ReferralFixtures.aRejectedReferral;
import static io.referralflow.referral.ReferralFixtures.anAlreadyKnownReferral;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.lived;
import static io.referralflow.referral.ReferralFixtures.with;
import static io.referralflow.referral.ReferralFixtures.withId;
import static io.referralflow.referral.ReferralFixtures.withReceipt;
import static io.referralflow.referral.ReferralFixtures.withVacancy;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which of a person's referrals gets a hire. All are submitted on 2 March, receipts 1, 2, 3.
class AttributionTest {

  private static final Instant SUBMITTED = Instant.parse("2026-03-02T09:00:00Z");
  private static final VacancyId OTHER_VACANCY = new VacancyId("other");
  private static final Report.Hired HIRE = hired("2026-03-20T08:00:00Z", "2026-05-01");

  private static Particulars receipt(long number) {
    return receipt(number, SUBMITTED);
  }

  private static Particulars receipt(long number, Instant submittedAt) {
    return withReceipt(
        withId(particulars(), new ReferralId("r000000000000000000000000" + number)),
        number,
        submittedAt);
  }

  private static Optional<Long> winner(Optional<VacancyId> vacancy, Referral... referrals) {
    return Attribution.of(List.of(referrals), HIRE, vacancy)
        .map(found -> found.lead().particulars().receiptNumber());
  }

  private static Optional<Long> winner(Referral... referrals) {
    return winner(Optional.empty(), referrals);
  }

  @Test
  void of_none_there_is_no_winner() {
    assertThat(winner()).isEmpty();
  }

  @Test
  void the_lowest_receipt_wins_however_far_each_has_come() {
    assertThat(winner(lived(receipt(2), accepted(), advanced()), lived(receipt(1)))).hasValue(1L);
    assertThat(winner(lived(receipt(1)), lived(receipt(2), accepted(), advanced()))).hasValue(1L);
  }

  @Test
  void the_named_vacancy_goes_before_the_receipt() {
    var other = lived(withVacancy(receipt(2), OTHER_VACANCY));

    assertThat(winner(Optional.of(OTHER_VACANCY), lived(receipt(1)), other)).hasValue(2L);
    assertThat(winner(Optional.of(new VacancyId("third")), lived(receipt(1)), other)).hasValue(1L);
    assertThat(winner(lived(receipt(1)), other)).hasValue(1L);
  }

  @Test
  void an_open_one_goes_before_one_that_ended() {
    assertThat(winner(lived(receipt(1), declined()), lived(receipt(2)))).hasValue(2L);
  }

  @Test
  void one_that_ended_wins_where_none_is_open() {
    assertThat(winner(lived(receipt(1), declined()))).hasValue(1L);
  }

  @Test
  void a_named_vacancy_goes_before_an_open_one() {
    var ended = lived(withVacancy(receipt(2), OTHER_VACANCY), declined());

    assertThat(winner(Optional.of(OTHER_VACANCY), lived(receipt(1)), ended)).hasValue(2L);
  }

  @Test
  void one_submitted_before_the_hire_goes_before_a_later_one() {
    var late = lived(receipt(1, HIRE.stamp().occurredAt().plusSeconds(1)));
    var inTime = lived(receipt(2, HIRE.stamp().occurredAt()));

    assertThat(winner(late, inTime)).hasValue(2L);
    assertThat(winner(late)).hasValue(1L);
  }

  @Test
  void the_one_that_got_the_hire_before_keeps_it() {
    var hired = with(aHiredReferral(), receipt(3));
    var held = with(aReferralHeldAfterItsEnd(), receipt(3));

    assertThat(winner(lived(receipt(1)), hired)).hasValue(3L);
    assertThat(winner(lived(receipt(1)), held)).hasValue(3L);
    assertThat(
            winner(
                Optional.of(OTHER_VACANCY), lived(withVacancy(receipt(1), OTHER_VACANCY)), hired))
        .hasValue(3L);
  }

  @Test
  void a_withdrawn_one_is_never_matched() {
    assertThat(winner(lived(receipt(1), accepted(), takenBack()), lived(receipt(2)))).hasValue(2L);
    assertThat(winner(lived(receipt(1), accepted(), takenBack()))).isEmpty();
  }

  @Test
  void these_can_get_a_hire() {
    for (var referral :
        List.of(
            anInvitedReferral(),
            aReferralInScreening(),
            aReferralInHiring(),
            aDeclinedReferral(),
            aRejectedReferral(),
            anExpiredReferral(),
            aLapsedReferral(),
            aHiredReferral(),
            aCompletedReferral(),
            aReferralThatLeft(),
            aReferralWithItsHireCancelled(),
            aReferralHeldAfterItsEnd())) {
      assertThat(Attribution.mayGet(referral, HIRE.stamp().occurredAt()))
          .as(referral.getClass().getSimpleName())
          .isTrue();
    }
  }

  @Test
  void these_cannot() {
    for (var referral :
        List.of(
            aReferralThatTheCandidateWithdrew(),
            aReferralThatTheReferrerTookBack(),
            anAlreadyKnownReferral(),
            aReferralOfOneself())) {
      assertThat(Attribution.mayGet(referral, HIRE.stamp().occurredAt()))
          .as(referral.getClass().getSimpleName())
          .isFalse();
    }
  }

  /// The terms of the fixtures say 24 months.
  @Test
  void a_referral_counts_as_long_as_its_terms_say() {
    var last = Instant.parse("2028-03-02T08:59:59Z");
    var over = Instant.parse("2028-03-02T09:00:00Z");

    assertThat(Attribution.mayGet(anInvitedReferral(), last)).isTrue();
    assertThat(Attribution.mayGet(anInvitedReferral(), over)).isFalse();
    assertThat(Attribution.mayGet(aRejectedReferral(), over)).isFalse();
    assertThat(Attribution.mayGet(aHiredReferral(), over)).isTrue();
  }
}
