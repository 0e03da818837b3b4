package io.referralflow.directory;

/// What the directory can say of a colleague. Each is a text in one canonical form, said or taken
/// back by itself, so that reports may come in any order.
public enum Detail {
  NAME,
  /// A mail address in comparable form.
  EMAIL,
  /// The tag of a language that the product writes in.
  LANGUAGE,
  TEAM,
  DEPARTMENT,
  /// A [Contract] by its name in lower case.
  CONTRACT,
  /// The HR number of the manager.
  MANAGER,
  /// The first day of service, ISO 8601.
  IN_SERVICE_FROM,
  /// The last day of service, ISO 8601.
  IN_SERVICE_TO,
  /// The legal entity that employs and pays.
  ENTITY,
  COST_CENTRE,
  /// The number in the payroll system, where it is another one than the HR number.
  PERSONNEL_NUMBER,
  /// The code under which payroll books a reward.
  WAGE_CODE
}
