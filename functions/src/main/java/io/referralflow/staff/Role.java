package io.referralflow.staff;

/// What a signed-in person may do beside referring; whoever is signed in is an employee, but for
/// outside referrers.
public enum Role {
  RECRUITER,
  FINANCE,
  PROGRAMME_MANAGER,
  /// May do what every employee may, and may be excluded from referring.
  HUMAN_RESOURCES,
  /// Former staff and outside relations (S2): no employee, so that they see only what concerns
  /// them.
  OUTSIDE_REFERRER
}
