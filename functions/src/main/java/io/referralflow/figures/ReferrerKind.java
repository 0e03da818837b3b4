package io.referralflow.figures;

import io.referralflow.directory.Contract;

/// The kinds of referrer that are to be treated alike (S33).
public enum ReferrerKind {
  PERMANENT,
  FLEX,
  FORMER,
  OUTSIDE,
  /// The directory does not know.
  UNKNOWN;

  static ReferrerKind of(Contract contract) {
    return switch (contract) {
      case PERMANENT -> PERMANENT;
      case FLEX -> FLEX;
      case FORMER -> FORMER;
      case OUTSIDE -> OUTSIDE;
    };
  }
}
