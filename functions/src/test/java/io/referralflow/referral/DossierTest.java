package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.candidateTold;
import static io.referralflow.referral.FactFixtures.declined;
import static io.referralflow.referral.FactFixtures.erased;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.FactFixtures.withdrawn;
import static io.referralflow.referral.ReferralFixtures.aDeclinedReferral;
import static io.referralflow.referral.ReferralFixtures.aHiredReferral;
import static io.referralflow.referral.ReferralFixtures.aReferralThatTheReferrerTookBack;
import static io.referralflow.referral.ReferralFixtures.anExpiredReferral;
import static io.referralflow.referral.ReferralFixtures.anInvitedReferral;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is kept of the candidate's data, and who was told.
class DossierTest {

  @Nested
  class The_name {

    @Test
    void stands_while_the_procedure_goes_on_and_after_a_no_or_a_hire() {
      assertThat(anInvitedReferral().dossier().nameStands()).isTrue();
      assertThat(aHiredReferral().dossier().nameStands()).isTrue();
      assertThat(aDeclinedReferral().dossier().nameStands()).isTrue();
    }

    @Test
    void disappears_at_once_on_a_withdrawal() {
      assertThat(livedBy(withdrawn()).dossier().nameStands()).isFalse();
      assertThat(livedBy(hired(), withdrawn()).dossier().nameStands()).isFalse();
      assertThat(aReferralThatTheReferrerTookBack().dossier().nameStands()).isFalse();
    }

    @Test
    void disappears_with_the_data() {
      assertThat(livedBy(hired(), erased()).dossier().nameStands()).isFalse();
    }
  }

  @Test
  void the_first_notice_and_the_first_deletion_count() {
    var told = livedBy(declined(), candidateTold("2026-03-03T10:05:00Z"));

    assertThat(told.dossier().toldAt()).contains(Instant.parse("2026-03-03T10:05:00Z"));
    assertThat(Life.after(told, candidateTold("2026-03-04T10:05:00Z"))).isEmpty();
    assertThat(Life.after(livedBy(declined(), erased()), erased())).isEmpty();
  }

  @Test
  void the_candidate_is_told_of_ends_only() {
    assertThat(Life.after(anInvitedReferral(), candidateTold())).isEmpty();
    assertThat(Life.after(aHiredReferral(), candidateTold())).isEmpty();
    assertThat(Life.after(anExpiredReferral(), candidateTold()))
        .contains(
            anExpiredReferral()
                .with(
                    new Dossier(
                        anExpiredReferral().particulars(),
                        anExpiredReferral().dossier().feedback(),
                        anExpiredReferral().dossier().keep(),
                        Optional.of(Instant.parse("2026-03-16T09:05:00Z")),
                        Optional.empty(),
                        Optional.empty(),
                        Course.NONE)));
  }

  @Test
  void the_data_is_deleted_once_and_not_while_people_still_decide() {
    assertThat(Life.after(anInvitedReferral(), erased())).isEmpty();
    assertThat(livedBy(hired(), erased("2026-04-17T12:00:00Z")).dossier().erasedAt())
        .contains(Instant.parse("2026-04-17T12:00:00Z"));
  }

  @Test
  void the_marks_are_set_once() {
    var first = Instant.parse("2026-03-03T10:00:00Z");
    var second = Instant.parse("2026-03-04T10:00:00Z");
    var dossier = anInvitedReferral().dossier();

    assertThat(dossier.told(first).told(second)).isEqualTo(dossier.told(first));
    assertThat(dossier.withdrawn(first).withdrawn(second)).isEqualTo(dossier.withdrawn(first));
    assertThat(dossier.erased(first).erased(second)).isEqualTo(dossier.erased(first));
  }
}
