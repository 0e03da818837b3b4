package io.referralflow.hire;

/// The HR system's own id of a hired person, of 1-128 visible characters.
public record HrNumber(String value) {

  private static final int LONGEST = 128;

  /// What the numbers of those begin with whom a programme manager invited from outside.
  private static final String INVITED = "outside-";

  /// So much of a hash tells people apart.
  private static final int HASH = 20;

  public HrNumber {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an HR number");
    }
  }

  /// The number of somebody who was invited from outside; HR has none for them.
  ///
  /// @param hash of their address
  public static HrNumber invited(String hash) {
    var plain = hash.replaceAll("[^A-Za-z0-9]", "");
    return new HrNumber(INVITED + plain.substring(0, Math.min(HASH, plain.length())));
  }

  /// Whether it is the number of somebody who was invited from outside.
  public boolean isInvited() {
    return value.startsWith(INVITED);
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
