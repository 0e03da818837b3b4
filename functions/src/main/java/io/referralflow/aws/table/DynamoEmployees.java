package io.referralflow.aws.table;

import io.referralflow.aws.Key;
import io.referralflow.aws.item.EmployeeItem;
import io.referralflow.port.Employees;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Employees in the table.
final class DynamoEmployees implements Employees {

  private final Table table;

  DynamoEmployees(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return table.get(Key.employee(id)).map(EmployeeItem::fromItem);
  }

  @Override
  public Map<EmployeeId, Employee> findAll(List<EmployeeId> ids) {
    return table.getAll(ids.stream().map(Key::employee).toList(), false).stream()
        .map(EmployeeItem::fromItem)
        .collect(Collectors.toMap(Employee::id, Function.identity()));
  }

  @Override
  public void save(Employee employee) {
    var _ = table.write(new Write.Put(EmployeeItem.toItem(employee), Condition.NONE));
  }
}
