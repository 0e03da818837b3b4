package io.referralflow.scenario;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.FATIMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.audit.OperateBrake.Operated;
import io.referralflow.audit.OperateBrake.Order;
import io.referralflow.payout.ListHeldPayouts.Because;
import io.referralflow.payout.ListHeldPayouts.Held;
import io.referralflow.port.BadCursor;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Change;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What finance and the programme manager do and see while payouts are frozen.
class FrozenPayoutsTest extends Story {

  private static final Page.Request ALL = new Page.Request(10, Optional.empty());

  private Operated orders(Caller who, boolean frozen, String reason, Optional<Long> version) {
    return world.product().operateBrake.execute(new Order(who.employee(), frozen, reason, version));
  }

  private List<Held> held() {
    return world.product().listHeldPayouts.execute(ALL).items();
  }

  private ReferralId hires(String address, String number, String start) {
    var id = world.refers(EMMA, address, JAVA_ENGINEER);
    world.hears(hired(number, start).of(address).forReferral(id));
    return id;
  }

  @Test
  void everything_due_is_listed_by_its_day_with_the_payee_and_why() {
    var later = hires("kim@example.org", "HR-71", "2026-05-04");
    var sooner = hires(SAM, SAMS_HR_NUMBER, "2026-05-01");
    var _ = hires("max@example.org", "HR-72", "2026-06-01");
    var _ = orders(FATIMA, true, "The bank is down.", Optional.empty());
    assertThat(held()).isEmpty();
    world.goTo("2026-05-05T09:00");

    assertThat(held())
        .extracting(held -> held.line().payout().referral())
        .containsExactly(sooner, later);
    assertThat(held())
        .allSatisfy(held -> {
          assertThat(held.because()).isEqualTo(Because.BRAKE);
          assertThat(held.line().payeeName()).isEqualTo(EMMA.employee().name());
          assertThat(held.line().payout().paidOn()).isEmpty();
        });
    var first = held().getFirst().line().payout();
    assertThat(first.dueOn()).isEqualTo(LocalDate.parse("2026-05-01"));
    assertThat(first.promisedOn()).isEqualTo(LocalDate.parse("2026-05-29"));
    assertThat(first.instalment()).isEqualTo(1);
    assertThat(Told.ledger(world, sooner)).isEmpty();
  }

  @Test
  void the_list_is_read_page_by_page() {
    var later = hires("kim@example.org", "HR-71", "2026-05-04");
    var sooner = hires(SAM, SAMS_HR_NUMBER, "2026-05-01");
    var _ = orders(FATIMA, true, "The bank is down.", Optional.empty());
    world.goTo("2026-05-05T09:00");
    var list = world.product().listHeldPayouts;

    var first = list.execute(new Page.Request(1, Optional.empty()));
    var second = list.execute(new Page.Request(1, first.next()));

    assertThat(first.items())
        .extracting(it -> it.line().payout().referral())
        .containsExactly(sooner);
    assertThat(second.items())
        .extracting(it -> it.line().payout().referral())
        .containsExactly(later);
    assertThat(second.next()).isEmpty();
    assertThatThrownBy(() -> list.execute(new Page.Request(1, Optional.of("2026-05-01"))))
        .isInstanceOf(BadCursor.class);
  }

  @Test
  void a_referral_whose_record_is_wrong_is_told_apart() {
    var wrong = hires(SAM, SAMS_HR_NUMBER, "2026-05-01");
    var right = hires("kim@example.org", "HR-71", "2026-05-01");
    for (var cause : List.of(Cause.DIFFERENCE, Cause.OPERATOR)) {
      world.freezes(cause, Optional.of(cause == Cause.OPERATOR ? right : wrong));
    }
    world.goTo("2026-05-02T09:00");

    assertThat(held())
        .filteredOn(held -> held.line().payout().referral().equals(wrong))
        .extracting(Held::because)
        .containsExactly(Because.MISMATCH);
    assertThat(held())
        .filteredOn(held -> held.line().payout().referral().equals(right))
        .extracting(Held::because)
        .containsExactly(Because.BRAKE);
  }

  @Test
  void who_thaws_names_what_was_seen_and_everything_flows_again() {
    var id = hires(SAM, SAMS_HR_NUMBER, "2026-05-01");
    world.ports().employees().save(FATIMA.employee());
    world.ports().employees().save(PETRA.employee());
    var _ = orders(FATIMA, true, "The bank is down.", Optional.empty());
    var seen = world.product().readBrake.standing();
    assertThat(seen.names()).containsEntry(FATIMA.id(), FATIMA.employee().name());
    assertThat(seen.about().pulls().getFirst().reason()).isEqualTo("The bank is down.");
    var _ = orders(PETRA, true, "An audit.", Optional.empty());

    assertThat(orders(PETRA, false, "Up again.", Optional.of(seen.about().version())))
        .isEqualTo(new Operated.Changed());
    world.goTo("2026-05-02T09:00");
    assertThat(held()).hasSize(1);
    assertThat(orders(PETRA, false, "Up again.", Optional.empty()))
        .isInstanceOfSatisfying(
            Operated.Stands.class, it -> assertThat(it.standing().isFrozen()).isFalse());
    world.goTo("2026-05-03T12:00");

    assertThat(held()).isEmpty();
    assertThat(Told.ledger(world, id)).anyMatch(row -> row.contains("released 1"));
    var changes = world.product().readBrake.changes(ALL);
    assertThat(changes.about().items()).hasSize(3);
    assertThat(changes.about().items().getFirst()).isInstanceOf(Change.Thawed.class);
    assertThat(changes.names()).containsOnlyKeys(FATIMA.id(), PETRA.id());
  }

  @Test
  void nobody_thaws_what_is_frozen_because_of_their_own_referral() {
    var id = hires(SAM, SAMS_HR_NUMBER, "2026-05-01");
    world.freezes(Cause.BROKEN_RECORD, Optional.of(id));

    assertThat(orders(EMMA, false, "It is fine.", Optional.empty()))
        .isEqualTo(new Operated.OwnReferral());
    assertThat(orders(PETRA, false, "It is fine.", Optional.empty()))
        .isInstanceOf(Operated.Stands.class);
  }
}
