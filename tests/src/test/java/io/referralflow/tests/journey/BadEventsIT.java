package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.HrMessage;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Referral;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An event that cannot be meant becomes one row of the failure list, and stops none that follows.
class BadEventsIT extends Journey {

  @Test
  void each_is_listed_with_its_reason_and_the_good_one_after_them_counts() {
    var referral = inHiring();
    var good = hired(referral, today.plusDays(1));
    var noDay = good.underAnotherId().with("startDate", "2026-02-30");
    var nobody = good.underAnotherId().without("candidateEmail");
    var noNumber = good.underAnotherId().with("employeeId", 17);
    var version = good.underAnotherId().inVersion(2);
    var type = good.underAnotherId().ofType("CandidateHired").inVersion(99);
    var future = good.underAnotherId().at(clock.now().plusSeconds(90_000));
    var backwards = good.underAnotherId().withProbationUntil(today.minusDays(3));
    var longAgo = good.underAnotherId().with("startDate", today.minusYears(2).toString());

    hr.reports(noDay, nobody, noNumber, version, type, future, backwards, longAgo);
    hr.puts("CandidateHired", "{\"metadata\":{\"id\":\"" + noDay.id() + "-text\"},\"data\":\"\"}");
    hr.puts("CandidateHired", "{}");
    hr.reports(good);

    assertThat(door.emma().seesIn("hired", referral).money().getFirst())
        .isEqualTo("1000.00 planned for " + today.plusDays(1));
    assertListed(noDay, "malformed");
    assertListed(nobody, "malformed");
    assertListed(noNumber, "malformed");
    assertListed(version, "unknown-version");
    assertListed(type, "unknown-version");
    assertListed(future, "from-the-future");
    assertListed(backwards, "dates-contradict");
    assertListed(longAgo, "dates-contradict");
    assertThat(door.ruben().failuresOf(good)).isEmpty();
    assertThat(door.emma().get("/failures").status()).isEqualTo(403);
  }

  @Test
  void the_same_id_with_another_body_is_listed_and_changes_nothing() {
    var referral = inHiring();
    var hire = hired(referral, today.plusDays(1));
    hr.reports(hire);
    var _ = door.emma().seesIn("hired", referral);

    hr.reports(hire.with("startDate", today.plusDays(9).toString()));

    assertListed(hire, "same-id-other-body");
    assertThat(start(referral)).isEqualTo("1000.00 planned for " + today.plusDays(1));
  }

  @Test
  void a_bad_one_sent_again_is_listed_once() {
    var bad = hr.hired("E-" + door.fresh(), sam, today).inVersion(7);

    hr.reports(bad, bad, bad);
    clock.rest();

    assertListed(bad, "unknown-version");
  }

  @Test
  void the_list_names_no_address() {
    var bad = hr.hired("E-" + door.fresh(), sam, today).inVersion(7);
    hr.reports(bad);
    assertListed(bad, "unknown-version");

    assertThat(door.ruben().get("/failures?limit=100").body().toString())
        .doesNotContain(sam.email());
  }

  private String start(Referral referral) {
    return door.emma().sees(referral).money().getFirst();
  }

  /// Recruiters and the programme manager see it, once.
  private void assertListed(HrMessage message, String reason) {
    assertThat(Patience.until(() -> door.ruben().failuresOf(message), seen -> !seen.isEmpty()))
        .isEqualTo(List.of("event " + reason));
    assertThat(door.petra().failuresOf(message)).containsExactly("event " + reason);
  }
}
