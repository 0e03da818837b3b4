package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.port.BadCursor;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.port.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the failure list promises, wherever it is stored.
public interface FailuresContract {

  Stores stores();

  private static Failure failure(int number) {
    return new Failure(
        "event-" + number,
        Kind.EVENT,
        "unknown-version",
        NOON.plusSeconds(number),
        Optional.of("id-" + number));
  }

  private Page<Failure> list(int limit, Optional<String> cursor) {
    return stores().failures().list(new Page.Request(limit, cursor));
  }

  @Test
  default void failures_come_newest_first_in_pages() {
    stores().failures().add(failure(2));
    stores().failures().add(failure(1));
    stores().failures().add(failure(3));

    var first = list(2, Optional.empty());

    assertThat(first.items()).containsExactly(failure(3), failure(2));
    assertThat(list(2, first.next())).isEqualTo(new Page<>(List.of(failure(1)), Optional.empty()));
  }

  @Test
  default void the_same_failure_is_listed_once_as_it_was_first() {
    stores().failures().add(failure(1));
    stores()
        .failures()
        .add(new Failure("event-1", Kind.EVENT, "other", NOON.plusSeconds(9), Optional.empty()));

    assertThat(list(10, Optional.empty()).items()).containsExactly(failure(1));
  }

  @Test
  default void a_forged_cursor_is_refused() {
    assertThatThrownBy(() -> list(10, Optional.of("forged"))).isInstanceOf(BadCursor.class);
  }
}
