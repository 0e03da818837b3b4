package io.referralflow.letter;

/// Who receives a letter.
public enum Recipient {
  CANDIDATE,
  REFERRER,
  FINANCE,
  /// Who is asked to thank a referrer.
  MANAGER,
  PROGRAMME_MANAGER
}
