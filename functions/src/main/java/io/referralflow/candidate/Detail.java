package io.referralflow.candidate;

/// What a candidate may correct about themselves.
public enum Detail {
  NAME,
  PHONE,
  LINKEDIN,
  LANGUAGE
}
