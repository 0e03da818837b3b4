package io.referralflow.staff;

import java.util.Set;

/// Who makes a request, as the checked token says.
public record Caller(Employee employee, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public EmployeeId id() {
    return employee.id();
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /// Whether the caller has at least one of two roles.
  public boolean hasAny(Role one, Role other) {
    return has(one) || has(other);
  }
}
