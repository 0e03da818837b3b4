package io.referralflow.tests.smallscope;

import io.referralflow.fake.EachPort;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.FakeIds;
import io.referralflow.fake.FakeMailer;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.Report;
import io.referralflow.port.Committed;
import io.referralflow.port.Companion;
import io.referralflow.port.Executions;
import io.referralflow.port.Mailer;
import io.referralflow.port.OperationId;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Product;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.step.Consequences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The product with one referral in it, Sam's, who passed the screening. Whoever calls it calls
/// again when it was killed.
final class Office {

  static final ReferralId SAM = FactFixtures.REFERRAL;

  private static final FakeExecutions NONE = new FakeExecutions();
  private static final FakeMailer NOBODY = new FakeMailer();
  private static final FakeSeals SEALS = new FakeSeals();

  private final InMemoryWorld store = new InMemoryWorld();
  private final FakeClock clock = new FakeClock(Instant.parse("2026-04-20T10:00:00Z"));
  private final Faults faults;
  private final Product product;

  Office(Faults faults) {
    this.faults = faults;
    this.product = new Product(ports());
    refer();
    faults.arm();
  }

  private Ports ports() {
    return Ports.of(
        EachPort.instead(port -> faults.in(port.getReturnType(), port.invoke(store))),
        SEALS,
        new FakeIds(),
        Programme.workingDays(),
        faults.in(Executions.class, NONE),
        faults.in(Mailer.class, NOBODY),
        clock);
  }

  private void refer() {
    var submitted = FactFixtures.submitted();
    var companions =
        List.<Companion>of(
            new Companion.PersonReferred(Optional.empty()),
            new Companion.CandidateStored(World.candidate("sam@example.org")));
    var change = Consequences.ofSubmission(new OperationId("submit"), submitted, companions);
    if (!(store.referrals().commit(change) instanceof Committed.Done)) {
      throw new AssertionError("not submitted");
    }
    step(FactFixtures.accepted());
    step(FactFixtures.advanced());
  }

  private void step(Fact fact) {
    var change =
        Consequences.of(
            snapshot(),
            new OperationId(fact.toString()),
            fact.at(),
            List.of(fact),
            List.of(),
            false);
    if (!(store.referrals().commit(change) instanceof Committed.Done)) {
      throw new AssertionError("not written: " + fact);
    }
  }

  InMemoryWorld store() {
    return store;
  }

  Snapshot snapshot() {
    return store.referrals().find(SAM).orElseThrow();
  }

  /// HR's event arrives, and again until it is taken in.
  void hears(Report report, Instant at) {
    clock.set(at);
    var id = report.stamp().eventId();
    var names =
        report instanceof Report.Hired ? Optional.of(SAM.value()) : Optional.<String>empty();
    var event = new HrEvent("com.example.hr", id, "body of " + id, report, Optional.empty(), names);
    untilDone(() -> {
      var _ = product.takeInHrEvent.execute(event, Optional.empty());
    });
  }

  /// Executions look whether an instalment is due: the one that keeps time now, one that was
  /// replaced and does not know yet, and this one again.
  void looks(Instant at) {
    clock.set(at);
    var leg = snapshot().leg();
    for (var instalment = 1; instalment <= 2; instalment++) {
      release(leg - 1, instalment);
      release(leg, instalment);
      release(leg, instalment);
    }
  }

  private void release(int leg, int instalment) {
    untilDone(() -> {
      var _ = product.releaseInstalment.execute(SAM, leg, instalment);
    });
  }

  private static void untilDone(Runnable call) {
    while (true) {
      try {
        call.run();
        return;
      } catch (Faults.Killed killed) {
        // Whoever called tries again.
      }
    }
  }
}
