package io.referralflow.fake;

import io.referralflow.payout.PayrollTarget;
import io.referralflow.port.PayrollTargets;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The columns of payroll systems in memory.
final class InMemoryPayrollTargets implements PayrollTargets {

  private final Map<String, PayrollTarget> targets = new TreeMap<>();

  @Override
  public synchronized Optional<PayrollTarget> find(String name) {
    return Optional.ofNullable(targets.get(name));
  }

  @Override
  public synchronized void save(PayrollTarget target, EmployeeId by, Instant at) {
    targets.put(target.name(), target);
  }

  synchronized String everything() {
    return targets.toString();
  }
}
