package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.payout.PayrollField;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.payout.PayrollTarget.Column;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;

/// The columns of a payroll system, and the rows that keep who changed them when.
public final class PayrollTargetItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String NAME = "name";
  private static final String COLUMNS = "columns";
  private static final String TITLE = "title";
  private static final String FIELD = "field";
  private static final String CONSTANT = "constant";
  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  private PayrollTargetItem() {}

  public static Attributes toItem(PayrollTarget target, EmployeeId by, Instant at) {
    return attributes(target, by, at).key(Key.payrollTarget(target.name()));
  }

  /// The change alone, for ever.
  public static Attributes change(PayrollTarget target, EmployeeId by, Instant at) {
    return attributes(target, by, at).key(Key.payrollTargetChange(target.name(), at, by));
  }

  private static Attributes attributes(PayrollTarget target, EmployeeId by, Instant at) {
    return Attributes.none()
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(NAME, target.name())
        .list(COLUMNS, target.columns().stream().map(PayrollTargetItem::toMap).toList())
        .text(CHANGED_BY, by.value())
        .instant(CHANGED_AT, at);
  }

  private static Attributes toMap(Column column) {
    return Attributes.none()
        .text(TITLE, column.title())
        .constant(FIELD, column.field())
        .text(CONSTANT, column.constant());
  }

  public static PayrollTarget fromItem(Attributes item) {
    return new PayrollTarget(
        item.text(NAME),
        item.list(COLUMNS).stream()
            .map(map ->
                new Column(
                    map.text(TITLE),
                    map.constant(FIELD, PayrollField.class),
                    map.textIfAny(CONSTANT)))
            .toList());
  }
}
