package io.referralflow.process;

import io.referralflow.referral.Referral;
import java.util.Arrays;
import java.util.Optional;

/// A state of the machine in which an execution waits for people or for HR.
public enum WaitingStep {
  INVITE("invite"),
  AWAIT_SCREENING("await-screening"),
  AWAIT_HIRE("await-hire");

  private final String wireName;

  WaitingStep(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /// The step of a name on the wire; empty when there is none.
  public static Optional<WaitingStep> named(String wireName) {
    return Arrays.stream(values()).filter(step -> step.wireName.equals(wireName)).findFirst();
  }

  /// Where the machine goes from this step on a referral as it stands; empty while it still waits.
  public Optional<String> next(Referral referral) {
    return switch (referral) {
      case Referral.Invited _ -> this == INVITE ? Optional.empty() : Optional.of("closed");
      case Referral.Screening _ ->
          this == AWAIT_SCREENING ? Optional.empty() : Optional.of("screening");
      case Referral.Hiring _ -> this == AWAIT_HIRE ? Optional.empty() : Optional.of("hire");
      case Referral.Employed _ -> Optional.of("payout");
      case Referral.Held _ -> Optional.of("held");
      case Referral.Declined _ -> Optional.of("declined");
      case Referral.Rejected _ -> Optional.of("rejected");
      case Referral.Expired _,
          Referral.Withdrawn _,
          Referral.NotEligible _,
          Referral.AlreadyKnown _ ->
          Optional.of("closed");
    };
  }
}
