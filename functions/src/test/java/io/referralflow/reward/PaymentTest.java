package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentTest {

  @Test
  void keeps_its_promise_when_it_is_confirmed() {
    var released = Instant.parse("2026-04-30T22:00:00Z");
    var due = LocalDate.of(2026, 5, 1);
    var promised = LocalDate.of(2026, 5, 29);
    var paid = LocalDate.of(2026, 5, 28);

    assertThat(new Payment(1, released, due, promised, Optional.empty()).confirmed(paid))
        .isEqualTo(new Payment(1, released, due, promised, Optional.of(paid)));
  }

  @Test
  void is_held_taken_off_hold_and_put_right_without_losing_anything() {
    var payment =
        new Payment(
            1,
            Instant.parse("2026-04-30T22:00:00Z"),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 29),
            Optional.empty());
    var euro = Currency.getInstance("EUR");
    var owed = new Money(100_000, euro);
    var correction = new Correction(1, CorrectionReason.ENTERED_WRONGLY, new Money(90_000, euro));
    var day = LocalDate.of(2026, 5, 28);

    assertThat(payment.onHold(HoldReason.DISPUTED).heldBecause()).contains(HoldReason.DISPUTED);
    assertThat(payment.onHold(HoldReason.DISPUTED).offHold()).isEqualTo(payment);
    assertThat(payment.corrections()).isZero();
    assertThat(payment.paid(owed)).isEqualTo(owed);
    var corrected = payment.confirmed(day.minusDays(1)).corrected(day, correction);
    assertThat(corrected.paidOn()).contains(day);
    assertThat(corrected.corrections()).isEqualTo(1);
    assertThat(corrected.paid(owed)).isEqualTo(new Money(90_000, euro));
  }

  @Test
  void leaves_something_to_be_paid_only_where_too_little_was_paid_by_mistake() {
    var euro = Currency.getInstance("EUR");
    var owed = new Money(100_000, euro);
    for (var reason : CorrectionReason.values()) {
      for (var paid : List.of(0L, 99_999L, 100_000L, 100_001L)) {
        var rest = new Correction(1, reason, new Money(paid, euro)).outstanding(owed);
        assertThat(rest.minorUnits())
            .isEqualTo(
                reason == CorrectionReason.ENTERED_WRONGLY ? Math.max(0, 100_000 - paid) : 0);
      }
    }
  }

  @Test
  void counts_its_corrections_from_one() {
    var nothing = new Money(0, Currency.getInstance("EUR"));
    assertThatThrownBy(() -> new Correction(0, CorrectionReason.AGREED, nothing))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void has_the_same_reference_wherever_it_is_named() {
    assertThat(PayoutReference.of(1042, 2)).isEqualTo("RF-1042-2");
  }
}
