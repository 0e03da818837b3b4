package io.referralflow.staff;

/// A signed-in person: the token's `sub`, never an address. Somebody for whom a referral was
/// entered by their HR number, who may never have signed in, is known by that number instead.
public record EmployeeId(String value) {

  public EmployeeId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An employee id is not blank");
    }
  }

  /// No token's `sub` begins like this.
  private static final String HR_NUMBER = "hr-number:";

  /// The person of an HR number, signed in or not.
  public static EmployeeId ofHrNumber(String number) {
    return new EmployeeId(HR_NUMBER + number);
  }
}
