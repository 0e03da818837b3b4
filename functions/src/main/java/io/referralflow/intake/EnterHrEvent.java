package io.referralflow.intake;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.staff.Employee;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Enters an HR event by hand, for companies whose HR system emits nothing. It counts once a second
/// person has agreed. Idempotent by the event's id; nobody enters a hire of their own referral.
public final class EnterHrEvent {

  private final Entries entries;
  private final Employees employees;
  private final OwnReferrals ownReferrals;
  private final InstantSource clock;

  public EnterHrEvent(
      Entries entries, Employees employees, OwnReferrals ownReferrals, InstantSource clock) {
    this.entries = entries;
    this.employees = employees;
    this.ownReferrals = ownReferrals;
    this.clock = clock;
  }

  /// What became of an entry.
  public sealed interface Entering {
    /// It waits for a second person, or was agreed before.
    record Entered(String eventId, boolean agreed) implements Entering {}

    /// The id belongs to another event.
    record Differs() implements Entering {}

    /// It is about the caller's own referral.
    record OwnReferral() implements Entering {}

    /// It cannot be meant, for all of these reasons.
    record Refused(List<Reason> reasons) implements Entering {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /// Enters an event.
  ///
  /// @param data the event's data as JSON, for the second person to read
  public Entering execute(Employee by, HrEvent event, Optional<PersonKey> person, String data) {
    var now = clock.instant();
    var reasons = TakeInHrEvent.refusals(event, now);
    if (!reasons.isEmpty()) {
      return new Entering.Refused(reasons);
    }
    if (ownReferrals.concerns(event, person, by)) {
      return new Entering.OwnReferral();
    }
    employees.save(by);
    var stored =
        entries.enter(new Entries.Entry(event, person, data, by.id(), now, Optional.empty()));
    return stored.event().bodyHash().equals(event.bodyHash())
        ? new Entering.Entered(event.id(), stored.agreedBy().isPresent())
        : new Entering.Differs();
  }
}
