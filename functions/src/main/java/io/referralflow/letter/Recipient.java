package io.referralflow.letter;

/// Who receives a letter.
public enum Recipient {
  CANDIDATE,
  REFERRER,
  FINANCE
}
