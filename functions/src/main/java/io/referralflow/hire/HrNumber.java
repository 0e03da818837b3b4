package io.referralflow.hire;

/// The HR system's own id of a hired person, of 1-128 visible characters.
public record HrNumber(String value) {

  private static final int LONGEST = 128;

  public HrNumber {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an HR number");
    }
  }

  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
