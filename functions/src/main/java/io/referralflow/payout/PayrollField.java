package io.referralflow.payout;

/// What a column of a payroll file can hold of a payout. Amounts are gross; what is taxed how is
/// payroll's decision, by the wage code.
public enum PayrollField {
  /// The year of the pay day.
  YEAR,
  /// The month of the pay day, 1 to 12.
  PERIOD,
  PERSONNEL_NUMBER,
  HR_NUMBER,
  PAYEE_NAME,
  ENTITY,
  COST_CENTRE,
  WAGE_CODE,
  AMOUNT,
  CURRENCY,
  DUE_ON,
  PROMISED_ON,
  REFERENCE,
  /// How payroll treats this kind of reward, as the settings say.
  TAX_LABEL,
  /// The same text in every line.
  CONSTANT
}
