package io.referralflow.aws.table;

/// List prices in USD of eu-west-1 that are assumed, without free tiers: `docs/costs.md` names
/// them.
final class Prices {

  private static final double MILLION = 1e6;
  private static final double READ_UNITS = 0.1415;
  private static final double WRITE_UNITS = 0.705;
  private static final double STATE_TRANSITIONS = 25;
  private static final double MAILS = 100;
  private static final double EVENTS = 1;
  private static final double API_CALLS = 3.5;

  /// Taken in, for a million bytes.
  private static final double LOG_BYTES = 0.57 / 1000;

  private Prices() {}

  static double of(
      double reads,
      double writes,
      int transitions,
      int mails,
      int events,
      int apiCalls,
      int logBytes) {
    return (reads * READ_UNITS
            + writes * WRITE_UNITS
            + transitions * STATE_TRANSITIONS
            + mails * MAILS
            + events * EVENTS
            + apiCalls * API_CALLS
            + logBytes * LOG_BYTES)
        / MILLION;
  }
}
