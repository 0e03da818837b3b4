package io.referralflow.candidate;

/// A person's mail address as a keyed hash with the number of the key: what lets two referrals and
/// a hire find each other without storing the address.
public record PersonKey(String value) {

  public PersonKey {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A person key is not empty");
    }
  }
}
