package io.referralflow.candidate;

/// How much of an unhappy end the candidate lets the referrer know (S31).
public enum Feedback {
  NOTHING,
  STAGE,
  REASON
}
