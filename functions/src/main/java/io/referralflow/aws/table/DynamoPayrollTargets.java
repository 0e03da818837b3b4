package io.referralflow.aws.table;

import io.referralflow.aws.Key;
import io.referralflow.aws.item.PayrollTargetItem;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.port.PayrollTargets;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The columns of payroll systems in the table.
final class DynamoPayrollTargets implements PayrollTargets {

  private final Table table;

  DynamoPayrollTargets(Table table) {
    this.table = table;
  }

  @Override
  public Optional<PayrollTarget> find(String name) {
    return table.get(Key.payrollTarget(name)).map(PayrollTargetItem::fromItem);
  }

  @Override
  public void save(PayrollTarget target, EmployeeId by, Instant at) {
    var row = PayrollTargetItem.toItem(target, by, at);
    var change = PayrollTargetItem.change(target, by, at);
    var _ =
        table.transact(
            List.of(
                new Step<>("row", new Write.Put(row, Condition.NONE)),
                new Step<>("change", new Write.Put(change, Condition.NONE))));
  }
}
