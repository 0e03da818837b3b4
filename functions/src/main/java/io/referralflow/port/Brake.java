package io.referralflow.port;

import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The brake on payouts: one switch that freezes every release. While it is on, nobody releases an
/// instalment: the transaction of a release asks for it, so that a pull that was acknowledged is
/// never followed by one. Whatever else happens to a referral goes on.
///
/// It may be pulled for several reasons at once; all of them stand until somebody thaws.
public interface Brake {

  /// How the brake stands now, strongly consistent.
  Standing standing();

  /// Pulls the brake, or adds a reason to a brake that is on. The same automatic reason for the
  /// same referral, and the same word of the same person, is noted once until the thaw.
  ///
  /// @return how the brake stands afterwards; every release that was not written before is frozen
  Standing pull(Pull pull);

  /// Lifts the brake with all its reasons; of a brake that is off nothing is changed.
  ///
  /// @param version what whoever thaws has seen; empty to thaw whatever stands
  /// @return how the brake stands afterwards; empty when it changed since it was seen
  Optional<Standing> thaw(Thaw thaw, Optional<Long> version);

  /// Every pull and thaw, newest first, for ever. The list may lag a moment behind.
  Page<Change> changes(Page.Request page);

  /// How the brake stands.
  ///
  /// @param version counts the changes, from 0
  /// @param pulls why it is on, in the order of the pulls; none: payouts flow
  record Standing(long version, List<Pull> pulls) {
    public Standing {
      pulls = List.copyOf(pulls);
    }

    /// The brake that nobody ever touched.
    public static Standing untouched() {
      return new Standing(0, List.of());
    }

    public boolean isFrozen() {
      return !pulls.isEmpty();
    }

    /// How the brake stands after one more pull; as it is when that reason stands already, or when
    /// so many stand that another one says nothing new.
    public Standing with(Pull pull) {
      if (pulls.size() >= MOST || pulls.stream().anyMatch(pull::repeats)) {
        return this;
      }
      var all = new ArrayList<>(pulls);
      all.add(pull);
      return new Standing(version + 1, all);
    }

    /// How the brake stands after a thaw.
    public Standing thawed() {
      return isFrozen() ? new Standing(version + 1, List.of()) : this;
    }
  }

  /// As many reasons as stand side by side; a brake with so many is on whatever follows.
  int MOST = 50;

  /// Why the brake is pulled.
  enum Cause {
    /// A person wants it.
    OPERATOR,
    /// A referral's record was tampered with or does not agree with itself.
    BROKEN_RECORD,
    /// What is to be paid differs from what follows from the facts.
    DIFFERENCE,
    /// The table was restored: it may not know of what finance has paid since.
    RESTORE
  }

  /// One reason for which the brake is on.
  ///
  /// @param referral the referral that it is about, where it is about one
  /// @param by who pulled it; empty when the product did
  /// @param reason in words for people, without personal data
  record Pull(
      Cause cause,
      Optional<ReferralId> referral,
      Optional<EmployeeId> by,
      String reason,
      Instant at) {

    boolean repeats(Pull earlier) {
      return cause == earlier.cause
          && referral.equals(earlier.referral)
          && by.equals(earlier.by)
          && (cause != Cause.OPERATOR || reason.equals(earlier.reason));
    }
  }

  /// Somebody's word that payouts may go on.
  record Thaw(EmployeeId by, String reason, Instant at) {}

  /// What was done to the brake.
  sealed interface Change {
    record Pulled(Pull pull) implements Change {}

    record Thawed(Thaw thaw) implements Change {}
  }
}
