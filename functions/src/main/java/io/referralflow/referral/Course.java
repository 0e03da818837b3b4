package io.referralflow.referral;

import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was said about the phases of one referral, beyond the yes and the decision to advance. Each
/// entry has the moment at which the phase was entered, and the greatest stamp is where the
/// referral is now: the same entries in any order, any number of times, make the same course.
///
/// @param entries by their stamps
/// @param passed whether it was one of them that passed the screening, and not a decision
/// @param turnedDown why HR turned down the application of a candidate who had not answered
public record Course(List<Entry> entries, boolean passed, Optional<RejectionReason> turnedDown) {

  public static final Course NONE = new Course(List.of(), false, Optional.empty());

  /// As many as anybody could mean; what is said beyond them is not taken.
  static final int MOST_ENTRIES = 100;

  public Course {
    entries = List.copyOf(entries);
  }

  /// A phase that was entered.
  public record Entry(PhaseId phase, Stamp since) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return since.compareTo(other.since);
    }
  }

  Course entering(Entry entry) {
    return new Course(
        Stream.concat(entries.stream(), Stream.of(entry)).sorted().toList(), passed, turnedDown);
  }

  Course passing() {
    return new Course(entries, true, turnedDown);
  }

  Course turningDown(RejectionReason reason) {
    return new Course(entries, passed, turnedDown.or(() -> Optional.of(reason)));
  }

  /// For another vacancy: what HR refused was another application.
  Course moved() {
    return new Course(entries, passed, Optional.empty());
  }

  /// Whether an entry says something new: no two have one stamp.
  boolean mayEnter(Entry entry) {
    return entries.size() < MOST_ENTRIES
        && entries.stream().noneMatch(known -> known.compareTo(entry) == 0);
  }
}
