package io.referralflow.directory;

/// How somebody belongs to the organisation. Flex counts as internal (S2, S84-S86).
public enum Contract {
  PERMANENT,
  FLEX,
  FORMER,
  OUTSIDE
}
