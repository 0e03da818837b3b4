package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Page;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What entries by hand promise, wherever they are stored.
public interface EntriesContract {

  EmployeeId RUBEN = new EmployeeId("ruben");
  EmployeeId ROSA = new EmployeeId("rosa");

  Stores stores();

  private static Entry entry(String id, Instant at) {
    return new Entry(
        new HrEvent(
            "by.hand",
            id,
            "1.hash",
            ReportFixtures.hired("2026-03-20T08:00:00Z", "2026-05-01"),
            Optional.empty(),
            Optional.empty()),
        Optional.of(new PersonKey("1.sam")),
        "{\"candidateEmail\":\"sam@example.com\"}",
        RUBEN,
        at,
        Optional.empty());
  }

  private static Entry agreed(Entry entry, EmployeeId by) {
    return new Entry(
        entry.event(), entry.person(), "", entry.enteredBy(), entry.enteredAt(), Optional.of(by));
  }

  private List<Entry> pending() {
    return stores().entries().pending(new Page.Request(10, Optional.empty())).items();
  }

  @Test
  default void an_entry_waits_for_agreement() {
    var entry = entry("event-1", NOON);

    assertThat(stores().entries().enter(entry)).isEqualTo(entry);
    assertThat(stores().entries().find("event-1")).contains(entry);
    assertThat(stores().entries().find("event-2")).isEmpty();
    assertThat(pending()).containsExactly(entry);
  }

  @Test
  default void the_first_entry_under_an_id_stays() {
    var first = entry("event-1", NOON);
    var _ = stores().entries().enter(first);

    assertThat(stores().entries().enter(entry("event-1", NOON.plusSeconds(1)))).isEqualTo(first);
  }

  @Test
  default void an_agreement_is_given_once_and_empties_what_was_entered() {
    var entry = entry("event-1", NOON);
    var _ = stores().entries().enter(entry);

    assertThat(stores().entries().agree("event-1", ROSA)).isEqualTo(agreed(entry, ROSA));
    assertThat(stores().entries().agree("event-1", new EmployeeId("petra")))
        .isEqualTo(agreed(entry, ROSA));
    assertThat(stores().entries().find("event-1")).contains(agreed(entry, ROSA));
    assertThat(pending()).isEmpty();
  }

  @Test
  default void nobody_agrees_to_nothing() {
    assertThatThrownBy(() -> stores().entries().agree("event-1", ROSA))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stores().entries().find("event-1")).isEmpty();
  }

  @Test
  default void pending_entries_come_oldest_first() {
    var later = entry("event-1", NOON.plusSeconds(1));
    var earlier = entry("event-2", NOON);
    var _ = stores().entries().enter(later);
    var _ = stores().entries().enter(earlier);

    var first = stores().entries().pending(new Page.Request(1, Optional.empty()));

    assertThat(first.items()).containsExactly(earlier);
    assertThat(stores().entries().pending(new Page.Request(1, first.next())))
        .isEqualTo(new Page<>(List.of(later), Optional.empty()));
  }

  @Test
  default void entries_that_nobody_agreed_to_are_forgotten() {
    var _ = stores().entries().enter(entry("event-1", NOON));
    var _ = stores().entries().enter(entry("event-2", NOON));
    var _ = stores().entries().enter(entry("event-3", NOON.plusSeconds(1)));
    var _ = stores().entries().agree("event-2", ROSA);

    assertThat(stores().entries().forgetPending(NOON, 10)).isZero();
    assertThat(stores().entries().forgetPending(NOON.plusSeconds(1), 10)).isEqualTo(1);
    assertThat(stores().entries().find("event-1")).isEmpty();
    assertThat(stores().entries().find("event-2")).isPresent();
    assertThat(pending()).hasSize(1);
  }
}
