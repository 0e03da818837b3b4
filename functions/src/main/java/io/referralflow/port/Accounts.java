package io.referralflow.port;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;

/// The accounts with which former staff and outside relations sign in, in the same pool as
/// everybody and in a group of their own. Each call is harmless when it is made again.
public interface Accounts {

  /// Opens an account that is known by a number, puts it into the group of outside referrers, and
  /// only then mails how to sign in: without the group its owner would pass for an employee.
  Opening open(HrNumber number, String name, Email email);

  /// Closes an account: its owner cannot sign in any more.
  Closing close(HrNumber number);

  /// What became of an account that was to be opened.
  enum Opening {
    /// It is open, and its owner was told how to sign in.
    OPEN,
    /// Somebody else signs in with this address.
    TAKEN,
    /// The pool does not take such an address.
    REFUSED,
    /// Nobody knows how far it came; asking again settles it.
    UNKNOWN
  }

  /// What became of an account that was to be closed.
  enum Closing {
    /// There is none (any more).
    CLOSED,
    /// Nobody knows; asking again settles it.
    UNKNOWN
  }
}
