package io.referralflow.programme;

/// How finance is told what to pay.
public enum PayoutMail {
  /// By a mail for each instalment, when it is released.
  PER_INSTALMENT,
  /// By one mail for each pay run, after its cut-off. What no run takes in, or what was released
  /// after its run closed, has a mail of its own all the same.
  PER_RUN
}
