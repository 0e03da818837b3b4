package io.referralflow.payout;

import java.util.List;
import java.util.Optional;

/// The form in which a payroll system takes payouts in: the columns of a file.
///
/// @param name 1 to 64 lower-case letters, digits and dashes
public record PayrollTarget(String name, List<Column> columns) {

  public PayrollTarget {
    columns = List.copyOf(columns);
  }

  /// One column.
  ///
  /// @param constant what stands in every line of a constant column; else empty
  public record Column(String title, PayrollField field, Optional<String> constant) {

    static Column of(String title, PayrollField field) {
      return new Column(title, field, Optional.empty());
    }
  }

  /// A change of wages as AFAS Profit takes it in by its connector `HrCompMut`: year, period,
  /// employee, employer, wage component and amount. Stands until somebody saves another one of this
  /// name.
  public static final PayrollTarget AFAS =
      new PayrollTarget(
          "afas-hrcompmut",
          List.of(
              Column.of("Year", PayrollField.YEAR),
              Column.of("PeId", PayrollField.PERIOD),
              Column.of("EmId", PayrollField.PERSONNEL_NUMBER),
              Column.of("ErId", PayrollField.ENTITY),
              Column.of("Sc02", PayrollField.WAGE_CODE),
              Column.of("VaD1", PayrollField.AMOUNT)));

  public static boolean isName(String text) {
    return text.matches("[a-z0-9][a-z0-9-]{0,63}");
  }
}
