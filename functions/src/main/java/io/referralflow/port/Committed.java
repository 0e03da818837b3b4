package io.referralflow.port;

/// What became of a change.
public sealed interface Committed {

  /// Written now, or found written by an earlier try of the same operation.
  record Done(Snapshot snapshot) implements Committed {}

  /// Another step came first: read again and decide again.
  record Stale() implements Committed {}

  /// A companion row was refused; nothing was written.
  record Clash(Companion companion) implements Committed {}
}
