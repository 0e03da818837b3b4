package io.referralflow.staff;

/// A signed-in person: the token's `sub`, never an address.
public record EmployeeId(String value) {

  public EmployeeId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An employee id is not blank");
    }
  }
}
