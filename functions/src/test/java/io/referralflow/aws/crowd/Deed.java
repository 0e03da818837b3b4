package io.referralflow.aws.crowd;

import io.referralflow.referral.ReferralId;

/// What one thread did, and what it was told.
///
/// @param began by the machine's own clock, in nanoseconds; read before the call
/// @param ended read after the answer
/// @param kind such as `confirm`
/// @param detail which instalment, or the id of the event
/// @param outcome what was answered; `failed` when the caller cannot know
record Deed(
    int thread,
    long began,
    long ended,
    String kind,
    ReferralId referral,
    String detail,
    String outcome) {

  String line() {
    return String.join(
        "\t",
        Integer.toString(thread),
        Long.toString(began),
        Long.toString(ended),
        kind,
        referral.value(),
        detail,
        outcome);
  }
}
