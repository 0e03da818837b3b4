package io.referralflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.Afresh.Line;
import io.referralflow.audit.Afresh.Standing;
import io.referralflow.eligibility.ServiceDay;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.HeldBecause;
import io.referralflow.referral.Life;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is owed, worked out afresh: as the policy says, and as the fold says, whatever happened.
class AfreshTest {

  private static final Instant SUBMITTED = FactFixtures.particulars().submittedAt();
  private static final HrNumber NUMBER = new HrNumber("HR-1");
  private static final int HISTORIES = 20_000;

  private static Stamp stamp(int days) {
    return new Stamp(SUBMITTED.plus(Duration.ofDays(days)), "event-" + days);
  }

  private static Fact.Reported reported(int day, Report report) {
    return new Fact.Reported(SUBMITTED.plus(Duration.ofDays(day)), report);
  }

  private static Report.Hired hired(int occurred, String start) {
    return new Report.Hired(NUMBER, stamp(occurred), LocalDate.parse(start), Optional.empty());
  }

  private static List<Line> owed(Fact... facts) {
    var all = new ArrayList<Fact>(List.of(FactFixtures.submitted()));
    all.addAll(List.of(facts));
    return Afresh.of(all);
  }

  private static Line line(int number, String dueOn, Standing standing) {
    var amount =
        FactFixtures.particulars().terms().reward().instalment(number).orElseThrow().amount();
    return new Line(number, amount, LocalDate.parse(dueOn), standing);
  }

  @Test
  void nothing_is_owed_without_a_hire() {
    assertThat(owed(FactFixtures.accepted(), FactFixtures.advanced())).isEmpty();
    assertThat(Afresh.of(List.of())).isEmpty();
  }

  @Test
  void a_hire_owes_on_the_first_day_and_after_probation() {
    assertThat(owed(reported(20, hired(20, "2026-05-01"))))
        .containsExactly(
            line(1, "2026-05-01", Standing.PLANNED), line(2, "2026-07-01", Standing.PLANNED));
  }

  @Test
  void the_end_of_february_ends_probation_that_has_no_such_day() {
    assertThat(owed(reported(20, hired(20, "2026-12-31"))))
        .contains(line(2, "2027-03-01", Standing.PLANNED));
  }

  @Test
  void who_leaves_on_the_last_day_of_probation_has_not_reached_the_milestone() {
    assertThat(
            owed(
                reported(20, hired(20, "2026-05-01")),
                reported(90, new Report.Ended(NUMBER, stamp(90), LocalDate.parse("2026-06-30")))))
        .containsExactly(
            line(1, "2026-05-01", Standing.PLANNED), line(2, "2026-07-01", Standing.CANCELLED));
  }

  @Test
  void a_hire_from_before_the_submission_is_held_until_allowed() {
    var late = reported(2, hired(-5, "2026-05-01"));

    assertThat(owed(late)).extracting(Line::standing).containsOnly(Standing.HELD);
    assertThat(owed(late, FactFixtures.allowed()))
        .extracting(Line::standing)
        .containsOnly(Standing.PLANNED);
    assertThat(owed(late, FactFixtures.refused())).isEmpty();
  }

  @Test
  void a_release_before_its_day_or_of_what_was_cancelled_is_wrong() {
    var hire = reported(20, hired(20, "2026-05-01"));
    var early =
        new Fact.Released(
            Instant.parse("2026-04-30T21:59:59Z"),
            1,
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-29"));
    var onTime =
        new Fact.Released(
            Instant.parse("2026-04-30T22:00:00Z"),
            1,
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-29"));
    var cancelled = reported(30, new Report.Cancelled(NUMBER, stamp(30)));

    assertThat(owed(hire, early)).contains(line(1, "2026-05-01", Standing.WRONGLY_RELEASED));
    assertThat(owed(hire, onTime)).contains(line(1, "2026-05-01", Standing.RELEASED));
    assertThat(owed(hire, cancelled, onTime))
        .contains(line(1, "2026-05-01", Standing.WRONGLY_RELEASED));
    assertThat(owed(hire, onTime, cancelled))
        .containsExactly(
            line(1, "2026-05-01", Standing.RELEASED), line(2, "2026-07-01", Standing.CANCELLED));
  }

  @Test
  void an_appeal_that_is_allowed_in_part_owes_that_part_of_each_instalment() {
    var hired = ReportFixtures.hired("2026-03-20T08:00:00Z", "2026-05-01");
    List<Fact> appealed =
        List.of(
            FactFixtures.submitted(),
            FactFixtures.outrun(),
            new Fact.Appealed(
                Instant.parse("2026-03-22T12:00:00Z"), FactFixtures.appealed().reason(), hired),
            FactFixtures.allowedInPart());

    assertThat(Afresh.of(appealed))
        .extracting(Afresh.Line::amount)
        .containsExactly(FactFixtures.euros("700.00"), FactFixtures.euros("700.00"));
  }

  /// Random lives, legal by the rule book: after each fact both ways of working it out agree. The
  /// count of each standing shows that all of them were met.
  @Tag("exhaustive")
  @Test
  void it_comes_out_as_the_fold_says() {
    var met = new EnumMap<Standing, Integer>(Standing.class);
    for (var seed = 0; seed < HISTORIES; seed++) {
      live(new Random(seed), seed, met);
    }

    assertThat(met.keySet())
        .containsExactlyInAnyOrder(
            Standing.PLANNED, Standing.HELD, Standing.CANCELLED, Standing.RELEASED, Standing.PAID);
    assertThat(met.values()).allMatch(times -> times > 500, "often enough");
  }

  private static void live(Random random, int seed, Map<Standing, Integer> met) {
    var days = ServiceDay.values();
    var submitted = FactFixtures.submitted(FactFixtures.particulars(days[seed % days.length]));
    var facts = new ArrayList<Fact>(List.of(submitted));
    var referral = Life.begin(submitted);
    var now = SUBMITTED;
    for (var step = 0; step < 14; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(24 * 12)));
      var fact = fact(random, referral, now);
      var after = Life.after(referral, fact);
      if (after.isEmpty()) {
        continue;
      }
      referral = after.get();
      facts.add(fact);
      var lines = Afresh.of(facts);
      assertThat(lines).as("seed %s: %s", seed, facts).isEqualTo(Audit.owed(referral));
      lines.forEach(line -> met.merge(line.standing(), 1, Integer::sum));
    }
  }

  /// An appeal may be allowed in part.
  private static int share(Random random, Referral.Held held) {
    return held.because() == HeldBecause.APPEALED ? 1 + random.nextInt(100) : 100;
  }

  private static Fact fact(Random random, Referral referral, Instant now) {
    return switch (random.nextInt(20)) {
      case 0, 1 ->
          new Fact.Accepted(
              now, FactFixtures.accepted().feedback(), FactFixtures.accepted().keep());
      case 2 -> new Fact.Declined(now);
      case 3 -> new Fact.Advanced(now, FactFixtures.RECRUITER);
      case 4 -> FactFixtures.rejected();
      case 5 ->
          switch (random.nextInt(8)) {
            case 0 -> new Fact.Withdrawn(now);
            case 1 -> new Fact.Objected(now);
            default -> new Fact.Expired(now);
          };
      case 6 ->
          new Fact.Allowed(
              now,
              FactFixtures.PROGRAMME_MANAGER,
              FactFixtures.allowed().reason(),
              new Share(referral instanceof Referral.Held held ? share(random, held) : 100));
      case 7 ->
          switch (random.nextInt(6)) {
            case 4, 5 ->
                new Fact.Appealed(
                    now,
                    FactFixtures.appealed().reason(),
                    ReportFixtures.hired(now.toString(), "2026-05-01"));
            case 0 -> new Fact.SelfReferred(now);
            case 1, 2 ->
                new Fact.ReferrerLeft(
                    now, LocalDate.parse("2026-03-10").plusDays(random.nextInt(120)));
            default ->
                new Fact.Refused(
                    now, FactFixtures.PROGRAMME_MANAGER, FactFixtures.refused().reason());
          };
      case 8, 9, 10 ->
          Owed.next(referral)
              .<Fact>map(line ->
                  new Fact.Released(
                      now, line.instalment().number(), line.dueOn(), line.dueOn().plusDays(30)))
              .orElse(new Fact.Reminded(now));
      case 11, 12 ->
          new Fact.Paid(
              now, 1 + random.nextInt(2), LocalDate.parse("2026-06-01"), FactFixtures.FINANCE);
      default -> new Fact.Reported(now, report(random, now));
    };
  }

  private static Report report(Random random, Instant now) {
    var occurred = now.minus(Duration.ofHours(random.nextInt(24 * 30)));
    var stamp = new Stamp(occurred, "event-" + random.nextInt(1000));
    var day = LocalDate.parse("2026-03-10").plusDays(random.nextInt(120));
    var number = random.nextInt(3) == 0 ? new HrNumber("HR-2") : NUMBER;
    return switch (random.nextInt(7)) {
      case 0, 1, 2 ->
          new Report.Hired(
              number,
              stamp,
              day,
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(day.plusDays(random.nextInt(120))));
      case 3 -> new Report.StartMoved(number, stamp, day);
      case 4 -> new Report.ProbationChanged(number, stamp, day);
      case 5 -> new Report.Cancelled(number, stamp);
      default -> new Report.Ended(number, stamp, day.plusDays(random.nextInt(60)));
    };
  }
}
