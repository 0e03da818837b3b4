package io.referralflow.figures;

import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Today;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Says month by month and programme by programme how many payouts were paid by the promised day
/// (S29). Anybody who is signed in may read it: the promise is published. The work grows with the
/// months asked for and what was promised in them, not with what is stored.
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
  public record Months(LocalDate asOf, List<Month> months) {
    public Months {
      months = List.copyOf(months);
    }
  }

  /// One month.
  ///
  /// @param all of all programmes together
  /// @param programmes of each programme that promised something for the month, by its id; a payout
  ///   belongs to the programme that its referral was made by
  public record Month(PromiseKept all, SortedMap<ProgrammeId, PromiseKept> programmes) {
    public Month {
      programmes = Collections.unmodifiableSortedMap(programmes);
    }
  }

  /// Counts the months up to and with the present one.
  ///
  /// @param count how many months
  public Months execute(int count) {
    var now = clock.instant();
    var today = Today.at(now, programmes);
    var present = YearMonth.from(today);
    var promised =
        LongStream.rangeClosed(1 - count, 0)
            .mapToObj(present::plusMonths)
            .collect(Collectors.toMap(month -> month, referrals::promisedIn));
    var programmeOf = programmesOf(promised.values());
    return new Months(
        today,
        promised.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(month -> counted(month.getKey(), month.getValue(), programmeOf, today))
            .toList());
  }

  private Map<ReferralId, ProgrammeId> programmesOf(Collection<List<Payout>> promised) {
    var ids = promised.stream().flatMap(List::stream).map(Payout::referral).distinct().toList();
    return referrals.findAll(ids).stream()
        .map(found -> found.referral().particulars())
        .collect(Collectors.toMap(Particulars::id, found -> found.terms().programme()));
  }

  private static Month counted(
      YearMonth month,
      List<Payout> promised,
      Map<ReferralId, ProgrammeId> programmeOf,
      LocalDate today) {
    var programmes =
        promised.stream()
            .collect(
                Collectors.groupingBy(
                    payout -> Objects.requireNonNull(programmeOf.get(payout.referral())),
                    () -> new TreeMap<>(Comparator.comparing(ProgrammeId::value)),
                    Collectors.collectingAndThen(
                        Collectors.toList(), some -> PromiseKept.of(month, some, today))));
    return new Month(PromiseKept.of(month, promised, today), programmes);
  }
}
