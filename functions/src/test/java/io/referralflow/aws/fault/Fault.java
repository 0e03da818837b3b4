package io.referralflow.aws.fault;

import java.util.EnumSet;
import java.util.Set;

/// How a call to a service goes wrong, with the number of the fault in the project's list.
public enum Fault {
  /// It never arrives, and the SDK does not try again (F08).
  NEVER_SENT,
  /// It never arrives; the SDK sends it once more (F08).
  NEVER_SENT_RETRIED,
  /// The service acts, the answer is lost, the caller is told so (F06, F07).
  ANSWER_LOST,
  /// The service acts, the answer is lost, the SDK sends it once more (F07).
  ANSWER_LOST_RETRIED,
  /// Refused once as too much (F09).
  THROTTLED,
  /// Refused as too much for longer than anybody insists (F09).
  THROTTLED_FOR_LONG,
  /// The service fails before it acts.
  SERVER_ERROR,
  /// The service acts and fails then.
  SERVER_ERROR_AFTER,
  /// Not allowed, or the key cannot be used (F30).
  DENIED,
  /// A transaction is cancelled since some of its rows met other writes and some were throttled
  /// (F10).
  CANCELLED_FOR_MIXED_REASONS,
  /// The same transaction is still at work (F10).
  IN_PROGRESS,
  /// A batch is answered in part (F11).
  UNPROCESSED_KEYS;

  /// What can happen to a call of an operation.
  public static Set<Fault> of(String operation) {
    var faults = EnumSet.range(NEVER_SENT, DENIED);
    if (operation.equals("transactWriteItems")) {
      faults.add(CANCELLED_FOR_MIXED_REASONS);
      faults.add(IN_PROGRESS);
    }
    if (operation.equals("batchGetItem")) {
      faults.add(UNPROCESSED_KEYS);
    }
    return faults;
  }
}
