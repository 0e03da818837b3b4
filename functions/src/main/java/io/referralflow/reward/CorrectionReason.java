package io.referralflow.reward;

/// Why a confirmed payment is put right.
public enum CorrectionReason {
  /// What was confirmed is not what was paid; what was paid too little is still owed.
  ENTERED_WRONGLY,
  /// HR says by now that the hire had left before the milestone, and all or a part was taken back.
  /// The rest is not owed any more.
  LEFT_EARLIER,
  /// Finance and the payee agreed on another amount; the rest is not owed any more.
  AGREED
}
