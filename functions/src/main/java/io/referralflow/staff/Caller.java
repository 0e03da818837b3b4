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

  /// Whether the caller has work to do here beside referring.
  public boolean isStaffed() {
    return roles.stream().anyMatch(role -> role != Role.OUTSIDE_REFERRER);
  }

  /// Whether the caller is former staff or an outside relation, and nothing else here.
  public boolean isOutside() {
    return has(Role.OUTSIDE_REFERRER) && !isStaffed();
  }
}
