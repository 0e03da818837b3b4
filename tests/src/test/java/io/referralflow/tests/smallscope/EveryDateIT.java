package io.referralflow.tests.smallscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralFixtures;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every start date of 2024 to 2040, with every length of probation and with ends that HR names:
/// nothing is released a second before the day begins where the programme is, both changes of the
/// clock, leap days and ends of months included. And money that is split keeps every cent.
@TestInstance(Lifecycle.PER_CLASS)
class EveryDateIT {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

  /// Where clocks change at different hours, one of them at midnight.
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Amsterdam"), ZoneId.of("America/Santiago"));

  private long cases;
  private long splits;

  @AfterAll
  void counts() {
    Campaign.report(Map.of("dates", cases, "splits", splits));
  }

  @Test
  void begins_its_instalments_on_the_day_that_the_policy_says_and_not_a_second_before() {
    for (var start = FIRST; !start.isAfter(LAST); start = start.plusDays(1)) {
      for (var months = 1; months <= 6; months++) {
        check(start, Optional.empty(), months, Policy.probationEnds(start, months));
      }
      for (var named : named(start)) {
        check(start, Optional.of(named), 2, named);
      }
      check(start, Optional.of(start.minusDays(1)), 2, Policy.probationEnds(start, 2));
    }

    assertThat(cases).isEqualTo(6_210L * 11 * 2);
  }

  /// Ends that HR may name: the first day itself, a month's end, a leap year's, a year later.
  private static List<LocalDate> named(LocalDate start) {
    return List.of(
        start,
        start.withDayOfMonth(start.lengthOfMonth()),
        start.plusMonths(1).withDayOfMonth(1).minusDays(1).plusMonths(2),
        start.plusDays(365));
  }

  private void check(LocalDate start, Optional<LocalDate> named, int months, LocalDate ends) {
    for (var zone : ZONES) {
      var hired = hired(start, named, months, zone);
      var due = Owed.of(hired).stream().map(Owed.Line::dueOn).toList();
      assertThat(due).as("%s %s %d", start, named, months).containsExactly(start, ends.plusDays(1));
      for (var instalment = 1; instalment <= 2; instalment++) {
        var day = due.get(instalment - 1);
        var begins = begins(day, zone);
        assertThat(released(hired, instalment, day, begins.minusSeconds(1))).isEmpty();
        assertThat(released(hired, instalment, day, begins)).isPresent();
      }
      cases++;
    }
  }

  private static Optional<Referral> released(
      Referral hired, int instalment, LocalDate dueOn, Instant at) {
    return Life.after(hired, new Fact.Released(at, instalment, dueOn, dueOn.plusDays(30)));
  }

  /// The first second whose local date is the day, found by looking at the seconds around midnight
  /// in universal time.
  private static Instant begins(LocalDate day, ZoneId zone) {
    var from = day.atStartOfDay(ZoneId.of("UTC")).toInstant().minus(15, ChronoUnit.HOURS);
    var low = from.getEpochSecond();
    var high = low + 30 * 3600;
    while (low < high) {
      var middle = (low + high) / 2;
      if (Instant.ofEpochSecond(middle).atZone(zone).toLocalDate().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Instant.ofEpochSecond(low);
  }

  private static Referral hired(
      LocalDate start, Optional<LocalDate> named, int months, ZoneId zone) {
    var terms = FactFixtures.terms();
    var pinned =
        new Particulars.Pinned(
            1,
            terms.reward(),
            months,
            Promise.within(30),
            24,
            zone,
            terms.reminderAfter(),
            terms.expiryAfter(),
            terms.noticeDelay());
    var submitted = start.minusDays(60).atStartOfDay(zone).toInstant();
    var stamp = new Stamp(submitted.plus(30, ChronoUnit.DAYS), "hired");
    var particulars =
        ReferralFixtures.withTerms(
            ReferralFixtures.withReceipt(FactFixtures.particulars(), 1, submitted), pinned);
    return ReferralFixtures.lived(
        particulars,
        new Fact.Reported(stamp.occurredAt(), new Report.Hired(Reports.SAM, stamp, start, named)));
  }

  /// Yen have no decimals, Kuwaiti dinars three.
  @Test
  void keeps_every_cent_of_a_million_splits() {
    var currencies =
        List.of(
            Currency.getInstance("EUR"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));
    var random = new SplittableRandom(20_260_302);
    for (var i = 0; i < 1_000_000; i++) {
      var currency = currencies.get(i % currencies.size());
      var whole = new Money(random.nextLong(1, 10_000_000), currency);
      var shares = shares(random);
      var parts = whole.split(shares);
      var sum = parts.stream().mapToLong(Money::minorUnits).sum();
      if (sum != whole.minorUnits()
          || parts.stream().anyMatch(part -> part.minorUnits() < 0)
          || parts.stream().anyMatch(part -> !part.currency().equals(currency))
          || isUnfair(whole, shares, parts)) {
        assertThat(parts).as("%s by %s", whole, shares).isEmpty();
      }
      splits++;
    }
  }

  /// A part may differ from its share by less than one minor unit, the last by less than one for
  /// each part before it.
  private static boolean isUnfair(Money whole, List<Integer> shares, List<Money> parts) {
    for (var i = 0; i < parts.size(); i++) {
      var exact = whole.minorUnits() * shares.get(i);
      var off = Math.abs(parts.get(i).minorUnits() * 100 - exact);
      if (off >= (i == parts.size() - 1 ? 100L * Math.max(1, parts.size() - 1) : 100)) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> shares(SplittableRandom random) {
    var shares = new ArrayList<Integer>();
    var left = 100;
    var parts = random.nextInt(1, 7);
    for (var i = 1; i < parts && left > 1; i++) {
      var share = random.nextInt(1, left);
      shares.add(share);
      left -= share;
    }
    shares.add(left);
    return shares;
  }
}
