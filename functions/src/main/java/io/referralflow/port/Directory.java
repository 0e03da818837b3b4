package io.referralflow.port;

import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.hire.HrNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HR's directory of the organisation's people, by HR number. Strongly consistent, but for lists.
public interface Directory {

  Optional<Colleague> find(HrNumber number);

  /// Several at once; unknown ones are left out.
  Map<HrNumber, Colleague> findAll(List<HrNumber> numbers);

  /// Everybody whose address this is now.
  List<Colleague> at(PersonKey address);

  /// Everybody whom HR knows, by HR number.
  Page<Colleague> list(Page.Request page);

  /// Everybody who was ever invited from outside, by number.
  Page<Colleague> invited(Page.Request page);

  /// Stores a change if nothing else was stored since it was made, together with the event that it
  /// follows from.
  Saving save(Change change, Optional<Heard> event);

  /// Stores many changes, each if nothing else was stored since it was made; answers those that
  /// were not.
  List<HrNumber> saveAll(List<Change> changes);

  /// What became of a change.
  enum Saving {
    SAVED,
    /// Something else was stored since; look again.
    STALE,
    /// The event was taken in before.
    SEEN,
    /// The event's id was taken in with another body.
    CONFLICT
  }

  /// A colleague before and after.
  ///
  /// @param was the key of the address before
  /// @param is the key of the address after
  record Change(
      Colleague before, Colleague after, Optional<PersonKey> was, Optional<PersonKey> is) {

    public static Change of(Colleague before, Colleague after, Seals seals) {
      return new Change(
          before, after, before.email().map(seals::person), after.email().map(seals::person));
    }
  }

  /// An event that was heard.
  ///
  /// @param source who sent it; with the id it names the event for ever
  /// @param bodyHash a keyed hash of its content
  record Heard(String source, String id, String bodyHash) {}
}
