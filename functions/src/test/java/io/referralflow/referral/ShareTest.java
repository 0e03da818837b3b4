package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.euros;
import static io.referralflow.referral.FactFixtures.hired;
import static io.referralflow.referral.ReferralFixtures.livedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.referralflow.hire.ReportFixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {

  private static final Fact APPEALED = FactFixtures.appealed();

  private static Fact.Allowed allowed(int percent) {
    return new Fact.Allowed(
        Instant.parse("2026-03-24T15:00:00Z"),
        FactFixtures.PROGRAMME_MANAGER,
        SettlementReason.MISTAKE,
        new Share(percent));
  }

  @Test
  void is_of_money_in_the_referrers_favour_up_to_the_cent() {
    assertThat(new Share(50).of(euros("1750.00"))).isEqualTo(euros("875.00"));
    assertThat(new Share(33).of(euros("0.10"))).isEqualTo(euros("0.04"));
    assertThat(new Share(1).of(euros("0.01"))).isEqualTo(euros("0.01"));
    assertThat(new Share(99).of(euros("0.00"))).isEqualTo(euros("0.00"));
    assertThat(Share.WHOLE.of(euros("1750.01"))).isEqualTo(euros("1750.01"));
  }

  @Test
  void is_something_and_no_more_than_the_whole() {
    for (var percent : List.of(0, -1, 101)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Share(percent));
    }
    assertThat(new Share(100).isWhole()).isTrue();
    assertThat(new Share(99).isWhole()).isFalse();
  }

  @Test
  void is_allowed_on_appeal() {
    var appealed = livedBy(FactFixtures.outrun(), APPEALED);

    assertThat(Owed.of(Life.of(appealed, List.of(allowed(40)))))
        .extracting(line -> line.instalment().amount())
        .containsExactly(euros("700.00"), euros("700.00"));
  }

  @Test
  void is_all_or_nothing_of_what_is_held_by_the_terms() {
    var held = livedBy(FactFixtures.accepted(), FactFixtures.rejected(), hired());

    assertThat(Life.after(held, allowed(40))).isEmpty();
    assertThat(Life.after(held, allowed(100))).isPresent();
  }

  @Test
  void stays_when_what_hr_says_next_is_held_and_allowed_as_well() {
    var older =
        FactFixtures.reported(
            "2026-03-26T12:00:00Z", ReportFixtures.hired("2026-03-01T08:00:00Z", "2026-05-01"));
    var again = livedBy(FactFixtures.outrun(), APPEALED, allowed(40), older);
    assertThat(again).isInstanceOf(Referral.Held.class);

    assertThat(Owed.of(Life.of(again, List.of(allowed(100)))))
        .extracting(line -> line.instalment().amount())
        .containsExactly(euros("700.00"), euros("700.00"));
  }
}
