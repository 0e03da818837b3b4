package io.referralflow.fake;

import io.referralflow.port.Employees;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Employees in memory.
final class InMemoryEmployees implements Employees {

  private final InMemoryWorld world;

  InMemoryEmployees(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    synchronized (world) {
      return Optional.ofNullable(world.employees.get(id));
    }
  }

  @Override
  public Map<EmployeeId, Employee> findAll(List<EmployeeId> ids) {
    synchronized (world) {
      return ids.stream()
          .distinct()
          .filter(world.employees::containsKey)
          .collect(Collectors.toMap(id -> id, id -> find(id).orElseThrow()));
    }
  }

  @Override
  public void save(Employee employee) {
    synchronized (world) {
      world.employees.put(employee.id(), employee);
    }
  }
}
