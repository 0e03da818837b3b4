package io.referralflow.message;

import io.referralflow.programme.ProgrammeId;
import java.time.LocalDate;

/// A mail that belongs to the programme and not to one referral. It names what it is about by ids
/// alone: to whom it goes and in which words is worked out when it is sent, so that no personal
/// data is stored here.
public sealed interface ProgrammeNotice {

  /// Names the notice for ever, so that the same one is mailed once however often it is added:
  /// visible characters, no personal data.
  String id();

  /// An action has ended and reported on itself; its manager decides whether it goes on (S88, S89).
  ///
  /// @param endsOn its last day, which is that of the report
  record ActionEnded(ProgrammeId action, LocalDate endsOn) implements ProgrammeNotice {

    @Override
    public String id() {
      return "action-ended-" + action.value() + "-" + endsOn;
    }
  }
}
