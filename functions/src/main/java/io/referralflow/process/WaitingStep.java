package io.referralflow.process;

import io.referralflow.referral.StateName;
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

  /// Where the machine goes from this step when the referral is in a state; empty while it still
  /// waits. What is told of an earlier state is old news, which the stream may bring again.
  public Optional<String> next(StateName state) {
    return switch (state) {
      case INVITED -> Optional.empty();
      case SCREENING -> this == INVITE ? Optional.of("screening") : Optional.empty();
      case HIRING -> this == AWAIT_HIRE ? Optional.empty() : Optional.of("hire");
      case HIRED, PROBATION, COMPLETED, HIRE_CANCELLED, LEFT -> Optional.of("payout");
      case HELD -> Optional.of("held");
      case DECLINED -> Optional.of("declined");
      case REJECTED -> Optional.of("rejected");
      case EXPIRED, LAPSED, WITHDRAWN, NOT_ELIGIBLE, ALREADY_KNOWN, ENDED -> Optional.of("closed");
    };
  }
}
