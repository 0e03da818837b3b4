package io.referralflow.intake;

import io.referralflow.port.Entries;
import io.referralflow.staff.Employee;

/// Agrees to an HR event that somebody else entered; from then on it counts as if it had come over
/// the bus. Idempotent: agreed again is the same outcome.
public final class AgreeToHrEvent {

  private final Entries entries;
  private final OwnReferrals ownReferrals;
  private final TakeInHrEvent takeInHrEvent;

  public AgreeToHrEvent(Entries entries, OwnReferrals ownReferrals, TakeInHrEvent takeInHrEvent) {
    this.entries = entries;
    this.ownReferrals = ownReferrals;
    this.takeInHrEvent = takeInHrEvent;
  }

  /// What became of the agreement.
  public enum Agreeing {
    AGREED,
    /// Whoever entered an event may not agree to it.
    SAME_PERSON,
    OWN_REFERRAL,
    NOT_FOUND
  }

  public Agreeing execute(Employee by, String eventId) {
    var found = entries.find(eventId);
    if (found.isEmpty()) {
      return Agreeing.NOT_FOUND;
    }
    var entry = found.get();
    if (entry.enteredBy().equals(by.id())) {
      return Agreeing.SAME_PERSON;
    }
    if (ownReferrals.concerns(entry.event(), entry.person(), by)) {
      return Agreeing.OWN_REFERRAL;
    }
    if (entry.agreedBy().isEmpty()) {
      entry = entries.agree(eventId, by.id());
    }
    return switch (takeInHrEvent.execute(entry.event(), entry.person())) {
      case TakeInHrEvent.TakingIn.Applied _,
          TakeInHrEvent.TakingIn.Unmatched _,
          TakeInHrEvent.TakingIn.Refused _ ->
          Agreeing.AGREED;
    };
  }
}
