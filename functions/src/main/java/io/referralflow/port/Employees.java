package io.referralflow.port;

import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of people who signed in.
public interface Employees {

  Optional<Employee> find(EmployeeId id);

  Map<EmployeeId, Employee> findAll(List<EmployeeId> ids);

  void save(Employee employee);
}
