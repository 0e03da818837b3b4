package io.referralflow.figures;

/// How sure it is that an instalment will be paid.
public enum Likelihood {
  /// It was released, or is planned for somebody who is hired.
  COMMITTED,
  /// The screening was passed, or a person is to decide about a reported hire.
  LIKELY,
  /// The candidate is invited or screened.
  POSSIBLE
}
