package io.referralflow.staff;

/// What a signed-in person may do beside referring; every signed-in person is an employee.
public enum Role {
  RECRUITER,
  FINANCE,
  PROGRAMME_MANAGER
}
