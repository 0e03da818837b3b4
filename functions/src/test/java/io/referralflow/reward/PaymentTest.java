package io.referralflow.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
  void has_the_same_reference_wherever_it_is_named() {
    assertThat(PayoutReference.of(1042, 2)).isEqualTo("RF-1042-2");
  }
}
