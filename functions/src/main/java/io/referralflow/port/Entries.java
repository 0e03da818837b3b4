package io.referralflow.port;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrEvent;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// HR events entered by hand, which count once a second person has agreed.
public interface Entries {

  /// One entry.
  ///
  /// @param data the event's data as entered, as JSON, for the second person to read; personal
  ///   data, so it is emptied with the agreement and deleted with an entry that nobody agrees to
  ///   for 30 days
  /// @param agreedBy who agreed, once somebody has
  record Entry(
      HrEvent event,
      Optional<PersonKey> person,
      String data,
      EmployeeId enteredBy,
      Instant enteredAt,
      Optional<EmployeeId> agreedBy) {}

  /// Stores an entry unless its id is taken; answers the stored one.
  Entry enter(Entry entry);

  Optional<Entry> find(String eventId);

  /// Notes the agreement of a second person, once; answers the entry as it then stands.
  Entry agree(String eventId, EmployeeId by);

  /// Deletes entries that nobody agreed to and that were entered before a moment; answers how many.
  int forgetPending(Instant before, int limit);

  /// Entries that wait for agreement, oldest first.
  Page<Entry> pending(Page.Request page);
}
