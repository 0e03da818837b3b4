package io.referralflow.candidate;

/// How the referrer knows the candidate.
public enum Relation {
  PROJECT,
  EDUCATION,
  COMMUNITY,
  FRIEND,
  FAMILY,
  OTHER
}
