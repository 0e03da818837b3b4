package io.referralflow.payout;

import io.referralflow.port.PayrollTargets;
import java.util.Optional;

/// Reads the columns of a payroll system: as saved, else as the product knows the system.
public final class ReadPayrollTarget {

  private final PayrollTargets targets;

  public ReadPayrollTarget(PayrollTargets targets) {
    this.targets = targets;
  }

  public Optional<PayrollTarget> execute(String name) {
    return targets
        .find(name)
        .or(() -> Optional.of(PayrollTarget.AFAS).filter(target -> target.name().equals(name)));
  }
}
