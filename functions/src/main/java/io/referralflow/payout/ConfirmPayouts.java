package io.referralflow.payout;

import io.referralflow.payout.ConfirmPayout.Confirmation;
import io.referralflow.payout.ConfirmPayout.Confirming;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayoutReference;
import io.referralflow.staff.Employee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a file of payments, each line as a confirmation of its own. Idempotent: a line that was
/// taken before is the same outcome again.
public final class ConfirmPayouts {

  /// A payment is confirmed at most this long before or after the day that was promised; a payout
  /// that was confirmed before is looked for in this time only.
  private static final int DAYS_AROUND = 400;

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private final Referrals referrals;
  private final ConfirmPayout confirmPayout;

  public ConfirmPayouts(Referrals referrals, ConfirmPayout confirmPayout) {
    this.referrals = referrals;
    this.confirmPayout = confirmPayout;
  }

  /// A line of the file.
  ///
  /// @param number its number in the file
  /// @param amount in the currency of the payout
  public record Line(long number, String reference, LocalDate paidOn, BigDecimal amount) {}

  /// What became of each line, by its number.
  public Map<Long, Confirming> execute(Employee by, List<Line> lines) {
    var payouts = payouts(lines);
    var outcomes = new LinkedHashMap<Long, Confirming>();
    for (var line : lines) {
      var payout = payouts.get(line.reference());
      outcomes.put(
          line.number(), payout == null ? Confirming.NOT_FOUND : confirm(by, line, payout));
    }
    return outcomes;
  }

  private Map<String, Payout> payouts(List<Line> lines) {
    var byReference = new HashMap<String, Payout>();
    if (lines.isEmpty()) {
      return byReference;
    }
    var days = lines.stream().map(Line::paidOn).sorted().toList();
    var paid =
        referrals.promised(
            PayoutState.PAID,
            days.getFirst().minusDays(DAYS_AROUND),
            days.getLast().plusDays(DAYS_AROUND));
    paid.forEach(payout -> byReference.put(reference(payout), payout));
    referrals
        .promised(PayoutState.RELEASED, FIRST, LAST)
        .forEach(payout -> byReference.put(reference(payout), payout));
    return byReference;
  }

  private static String reference(Payout payout) {
    return PayoutReference.of(payout.receiptNumber(), payout.instalment());
  }

  private Confirming confirm(Employee by, Line line, Payout payout) {
    var currency = payout.amount().currency();
    if (line.amount().scale() > currency.getDefaultFractionDigits()) {
      return Confirming.DIFFERS;
    }
    var amount = Money.of(line.amount().setScale(currency.getDefaultFractionDigits()), currency);
    return confirmPayout.execute(
        new Confirmation(
            by, payout.referral(), payout.instalment(), line.paidOn(), amount, line.reference()));
  }
}
