package io.referralflow.referral;

import static io.referralflow.referral.FactFixtures.AMSTERDAM;
import static io.referralflow.referral.FactFixtures.FINANCE;
import static io.referralflow.referral.FactFixtures.OTHER_REFERRAL;
import static io.referralflow.referral.FactFixtures.PROGRAMME_MANAGER;
import static io.referralflow.referral.FactFixtures.RECRUITER;
import static io.referralflow.referral.FactFixtures.submitted;

import io.referralflow.candidate.Detail;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.hire.Report;
import io.referralflow.hire.ReportFixtures;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A life of a referral that a seed chooses: up to sixteen facts that may follow each other, at
/// rising moments, with reports of HR that are late, contradict each other and change their mind.
public final class RandomLife {

  private final Random random;
  private final List<Fact> facts = new ArrayList<>(List.of(submitted()));
  private Referral referral = Life.begin(submitted());
  private Instant now = submitted().at();

  private RandomLife(long seed) {
    random = new Random(seed);
  }

  private RandomLife(Referral referral, Instant now, Random random) {
    this.random = random;
    this.referral = referral;
    this.now = now;
  }

  /// Something that may happen to a referral now; empty when nothing may.
  public static Optional<Fact> next(Referral referral, Instant now, Random random) {
    var life = new RandomLife(referral, now, random);
    var possible =
        life.candidates().stream().filter(fact -> Life.after(referral, fact).isPresent()).toList();
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(possible.get(random.nextInt(possible.size())));
  }

  static List<Fact> of(long seed) {
    var life = new RandomLife(seed);
    for (var step = 0; step < 16; step++) {
      life.goOn();
    }
    return life.facts;
  }

  private void goOn() {
    now = now.plus(Duration.ofMinutes(random.nextInt(1, 20 * 24 * 60)));
    var possible =
        candidates().stream().filter(fact -> Life.after(referral, fact).isPresent()).toList();
    if (possible.isEmpty()) {
      return;
    }
    var fact = possible.get(random.nextInt(possible.size()));
    referral = Life.after(referral, fact).orElseThrow();
    facts.add(fact);
    now = fact.at().isAfter(now) ? fact.at() : now;
  }

  private List<Fact> candidates() {
    var all = new ArrayList<Fact>();
    all.add(new Fact.Reminded(now));
    all.add(new Fact.Accepted(now, oneOf(Feedback.values()), oneOf(Keep.values())));
    all.add(new Fact.Advanced(now, RECRUITER));
    all.add(new Fact.CandidateTold(now));
    all.add(new Fact.Allowed(now, PROGRAMME_MANAGER, SettlementReason.OTHER));
    all.add(
        new Fact.Allowed(
            now, PROGRAMME_MANAGER, SettlementReason.OTHER, new Share(random.nextInt(1, 100))));
    all.add(new Fact.Refused(now, PROGRAMME_MANAGER, SettlementReason.OTHER));
    all.add(new Fact.Reported(now, hire()));
    all.add(new Fact.Reported(now, change()));
    release().ifPresent(all::add);
    all.add(new Fact.Paid(now, random.nextInt(1, 3), today(), FINANCE));
    if (random.nextInt(3) == 0) {
      var phases = Procedure.STANDARD.phases();
      var phase = phases.get(random.nextInt(phases.size())).id();
      all.add(new Fact.PhaseEntered(now, RECRUITER, phase, stamp()));
    }
    if (random.nextInt(4) == 0) {
      all.add(new Fact.TurnedDown(now, RECRUITER, oneOf(RejectionReason.values())));
      all.add(new Fact.Declined(now));
      all.add(new Fact.Expired(now));
      all.add(new Fact.Lapsed(later(referral.particulars().findableUntil())));
      all.add(new Fact.Rejected(now, RECRUITER, oneOf(RejectionReason.values())));
      all.add(new Fact.Outrun(now, OTHER_REFERRAL));
      all.add(new Fact.Withdrawn(now));
      all.add(new Fact.TakenBack(now));
      all.add(new Fact.Objected(now));
      all.add(new Fact.CopyGiven(now));
      all.add(new Fact.Corrected(now, Set.of(Detail.NAME)));
      all.add(new Fact.Erased(now));
    }
    return all;
  }

  private Instant later(Instant other) {
    return other.isAfter(now) ? other : now;
  }

  private Optional<Fact> release() {
    return Owed.next(referral)
        .map(line ->
            new Fact.Released(
                now, line.instalment().number(), line.dueOn(), line.dueOn().plusDays(30)));
  }

  private Report.Hired hire() {
    return new Report.Hired(
        ReportFixtures.HR_NUMBER,
        stamp(),
        around(60),
        random.nextInt(3) == 0 ? Optional.of(around(120)) : Optional.empty());
  }

  private Report change() {
    return switch (random.nextInt(4)) {
      case 0 -> new Report.StartMoved(ReportFixtures.HR_NUMBER, stamp(), around(60));
      case 1 -> new Report.ProbationChanged(ReportFixtures.HR_NUMBER, stamp(), around(120));
      case 2 -> new Report.Cancelled(ReportFixtures.HR_NUMBER, stamp());
      default -> new Report.Ended(ReportFixtures.HR_NUMBER, stamp(), around(90));
    };
  }

  private Stamp stamp() {
    return new Stamp(
        now.minus(Duration.ofMinutes(random.nextInt(1, 10 * 24 * 60))), "event-" + facts.size());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, AMSTERDAM);
  }

  private LocalDate around(int daysAhead) {
    return today().plusDays(random.nextInt(-20, daysAhead));
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
