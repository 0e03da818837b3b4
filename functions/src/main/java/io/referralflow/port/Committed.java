package io.referralflow.port;

/// What became of a change.
public sealed interface Committed {

  /// Written now, or found written by an earlier try of the same operation.
  record Done(Snapshot snapshot) implements Committed {}

  /// Another step came first: read again and decide again.
  record Stale() implements Committed {}

  /// Payouts are frozen and the change releases an instalment; nothing was written.
  record Frozen() implements Committed {}

  /// What is kept outside the table says that this was done before, with another date if it is a
  /// confirmation: the table was brought back to an earlier moment. Nothing was written.
  record DoneBefore() implements Committed {}

  /// A companion row was refused; nothing was written.
  record Clash(Companion companion) implements Committed {}
}
