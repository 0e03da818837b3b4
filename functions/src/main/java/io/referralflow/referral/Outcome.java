package io.referralflow.referral;

import io.referralflow.candidate.Feedback;
import java.util.Optional;

/// What a referrer may know of an unhappy end: nothing but that it ended, how far it had come, or
/// also the class of reason (S31).
public record Outcome(Optional<Stage> stage, Optional<RejectionReason> reason) {

  /// What is told of an end to a referrer whose candidate allowed this much.
  public static Outcome of(Referral referral, Feedback feedback) {
    var stage = stage(referral);
    var reason =
        referral instanceof Referral.Rejected rejected
            ? Optional.of(rejected.reason())
            : Optional.<RejectionReason>empty();
    return switch (feedback) {
      case NOTHING -> new Outcome(Optional.empty(), Optional.empty());
      case STAGE -> new Outcome(stage, Optional.empty());
      case REASON -> new Outcome(stage, reason);
    };
  }

  private static Optional<Stage> stage(Referral referral) {
    return switch (referral) {
      case Referral.Ended ended -> Optional.of(ended.stage());
      case Referral.HireCancelled gone -> Optional.of(Disclosure.stage(gone));
      case Referral.Left gone -> Optional.of(Disclosure.stage(gone));
      case Referral.Open _, Referral.Employed _, Referral.Held _ -> Optional.empty();
    };
  }
}
