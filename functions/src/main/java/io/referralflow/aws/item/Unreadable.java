package io.referralflow.aws.item;

/// Refuses what a newer version wrote and this one does not know.
final class Unreadable {

  private Unreadable() {}

  /// The number goes up when an older version must not touch a row, since it would drop or mistake
  /// something in it. What is merely new stands beside the rest and is let be.
  static void refuseNewer(String what, long schema, int known) {
    if (schema > known) {
      throw new IllegalStateException("This version knows no " + what + " of schema " + schema);
    }
  }

  static IllegalStateException type(String what, String type) {
    return new IllegalStateException("This version knows no " + what + " of type " + type);
  }
}
