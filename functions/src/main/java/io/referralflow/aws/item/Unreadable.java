package io.referralflow.aws.item;

/// Refuses what a newer version wrote and this one does not know.
final class Unreadable {

  private Unreadable() {}

  static IllegalStateException type(String what, String type) {
    return new IllegalStateException("This version knows no " + what + " of type " + type);
  }
}
