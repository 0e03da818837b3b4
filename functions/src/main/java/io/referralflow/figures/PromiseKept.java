package io.referralflow.figures;

import io.referralflow.port.Referrals.Payout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// How the promises of one month were kept (S29), of all programmes or of one: the instalments
/// whose promised day lies in it. Each is kept, late or open, never two of them.
///
/// @param kept confirmed as paid on or before the promised day
/// @param late paid after the promised day, or not paid and the day has passed
/// @param open not paid yet, and the day has not passed
public record PromiseKept(YearMonth month, int kept, int late, int open) {

  private static final int DECIMALS = 4;

  /// Counts what was promised in a month, as it stands on a day.
  static PromiseKept of(YearMonth month, List<Payout> promised, LocalDate today) {
    var kept = 0;
    var late = 0;
    for (var payout : promised) {
      var settledOn = payout.paidOn().orElse(today);
      if (settledOn.isAfter(payout.promisedOn())) {
        late++;
      } else if (payout.paidOn().isPresent()) {
        kept++;
      }
    }
    return new PromiseKept(month, kept, late, promised.size() - kept - late);
  }

  public int promised() {
    return kept + late + open;
  }

  /// The share of what is settled that was kept, from 0 to 1; empty while nothing is.
  public Optional<BigDecimal> share() {
    return kept + late == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(kept)
                .divide(BigDecimal.valueOf(kept + (long) late), DECIMALS, RoundingMode.HALF_UP));
  }
}
