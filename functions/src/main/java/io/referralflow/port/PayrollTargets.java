package io.referralflow.port;

import io.referralflow.payout.PayrollTarget;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;

/// The payroll systems that payouts are exported to. Every change is kept with who made it and
/// when.
public interface PayrollTargets {

  Optional<PayrollTarget> find(String name);

  void save(PayrollTarget target, EmployeeId by, Instant at);
}
