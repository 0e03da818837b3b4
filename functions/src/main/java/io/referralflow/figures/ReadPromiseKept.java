package io.referralflow.figures;

import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.programme.Today;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;

/// Says month by month how many payouts were paid by the promised day. Anybody who is signed in may
/// read it: the promise is published. The work grows with the months asked for and what was
/// promised in them, not with what is stored.
public final class ReadPromiseKept {

  private final Referrals referrals;
  private final Programmes programmes;
  private final InstantSource clock;

  public ReadPromiseKept(Referrals referrals, Programmes programmes, InstantSource clock) {
    this.referrals = referrals;
    this.programmes = programmes;
    this.clock = clock;
  }

  /// The months, oldest first.
  ///
  /// @param asOf the programme's day on which they were counted
  public record Months(LocalDate asOf, List<PromiseKept> months) {
    public Months {
      months = List.copyOf(months);
    }
  }

  /// Counts the months up to and with the present one.
  ///
  /// @param count how many months
  public Months execute(int count) {
    var now = clock.instant();
    var today = Today.at(now, programmes);
    var present = YearMonth.from(today);
    return new Months(
        today,
        LongStream.rangeClosed(1 - count, 0)
            .mapToObj(present::plusMonths)
            .map(month -> PromiseKept.of(month, referrals.promisedIn(month), today))
            .toList());
  }
}
