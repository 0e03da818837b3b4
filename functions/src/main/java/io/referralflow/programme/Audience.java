package io.referralflow.programme;

/// Whom a programme is for (S84-S86). Flex counts as internal.
public enum Audience {
  /// The people of the organisation.
  INTERNAL,
  /// Former staff and outside relations.
  EXTERNAL,
  /// Both.
  COMBINED;

  /// Whether somebody may refer by a programme for this audience.
  ///
  /// @param outside whether they are former staff or an outside relation
  public boolean admits(boolean outside) {
    return this == COMBINED || (this == EXTERNAL) == outside;
  }
}
