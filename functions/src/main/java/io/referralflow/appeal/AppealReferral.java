package io.referralflow.appeal;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.intake.ApplyReports;
import io.referralflow.port.History;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Division;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Hearing;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Employee;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes in a referrer's appeal against the decision that a referral does not earn a hire (S28): it
/// is held again, for a programme manager to allow or refuse with a reason. Whoever earns the hire
/// keeps what is theirs; the appealed one hears from then on what HR reports of it. There is one
/// appeal. Idempotent: the same appeal again is the same answer, and mends one that was cut short.
public final class AppealReferral {

  private final Referrals referrals;
  private final ApplyReports applyReports;
  private final Steps steps;
  private final InstantSource clock;

  public AppealReferral(
      Referrals referrals, ApplyReports applyReports, Steps steps, InstantSource clock) {
    this.referrals = referrals;
    this.applyReports = applyReports;
    this.steps = steps;
    this.clock = clock;
  }

  /// What became of an appeal.
  public sealed interface Appealing {
    /// Taken in, now or before.
    ///
    /// @param state as the referrer sees it
    record Appealed(StateName state) implements Appealing {}

    /// Nothing was decided that the referrer may know of, or the days for it are over.
    record NotNow() implements Appealing {}

    /// There was an appeal for another reason.
    record AppealedOtherwise() implements Appealing {}

    /// There is no such referral of this referrer.
    record NotFound() implements Appealing {}
  }

  public Appealing execute(Employee referrer, ReferralId id, AppealReason reason) {
    var own =
        referrals
            .read(id)
            .filter(found -> referrer.is(found.snapshot().referral().particulars().referrer()));
    if (own.isEmpty()) {
      return new Appealing.NotFound();
    }
    if (!isAppealed(own.get())
        && !Disclosure.mayAppeal(own.get().snapshot().referral(), clock.instant())) {
      return new Appealing.NotNow();
    }
    var lead = outrunBy(own.get().facts());
    lead.ifPresent(other -> join(other, id));
    var outcome =
        steps
            .take(
                () -> referrals.read(id),
                History::snapshot,
                new OperationId("appeal"),
                (found, now) -> rule(found, lead, reason, now))
            .orElseGet(Appealing.NotFound::new);
    if (outcome instanceof Appealing.Appealed) {
      lead.ifPresent(other -> catchUp(id, other));
      employee(id)
          .ifPresent(employee -> {
            var _ = applyReports.execute(employee);
          });
    }
    return outcome;
  }

  private static boolean isAppealed(History found) {
    return found.facts().stream().anyMatch(Fact.Appealed.class::isInstance);
  }

  /// Lets the referral that got the hire, or was refused it, pass on what HR reports of it.
  private void join(ReferralId lead, ReferralId id) {
    var _ =
        steps.take(
            () -> referrals.read(lead),
            History::snapshot,
            new OperationId("joined-by:" + id.value()),
            (found, now) ->
                joined(found, id)
                    .map(wider -> new Fact.Divided(now, wider))
                    .filter(fact -> Life.after(found.snapshot().referral(), fact).isPresent())
                    .<Ruling<Boolean>>map(fact -> Ruling.record(fact, true))
                    .orElseGet(() -> Ruling.leave(false)));
  }

  private static Optional<Division> joined(History lead, ReferralId id) {
    var known =
        Division.among(lead.facts())
            .orElseGet(
                () -> new Division(List.of(new Division.Part(lead.snapshot().referral().id(), 1))));
    return known.names(id)
        ? Optional.empty()
        : Optional.of(
            new Division(
                Stream.concat(known.parts().stream(), Stream.of(new Division.Part(id, 0)))
                    .toList()));
  }

  private Ruling<Appealing> rule(
      History found, Optional<ReferralId> lead, AppealReason reason, Instant now) {
    var referral = found.snapshot().referral();
    var earlier =
        found.facts().stream()
            .filter(Fact.Appealed.class::isInstance)
            .map(Fact.Appealed.class::cast)
            .findFirst();
    if (earlier.isPresent()) {
      return Ruling.leave(
          earlier.get().reason() == reason
              ? new Appealing.Appealed(Disclosure.stateForReferrer(referral, now))
              : new Appealing.AppealedOtherwise());
    }
    var reported = reports(lead.flatMap(referrals::read).map(History::facts).orElse(found.facts()));
    var hire =
        reported.stream()
            .filter(Report.Hired.class::isInstance)
            .map(Report.Hired.class::cast)
            .findFirst();
    if (hire.isEmpty() || !Disclosure.mayAppeal(referral, now)) {
      return Ruling.leave(new Appealing.NotNow());
    }
    var facts = new ArrayList<Fact>(List.of(new Fact.Appealed(now, reason, hire.get())));
    lead.<Division>map(other ->
            new Division(List.of(new Division.Part(referral.id(), 1), new Division.Part(other, 0))))
        .or(() -> Division.among(found.facts()))
        .ifPresent(division -> facts.add(new Fact.Divided(now, division)));
    facts.addAll(Hearing.of(Life.of(referral, facts), facts, reported, now));
    return new Ruling.Write<>(facts, List.of(), false, new Appealing.Appealed(StateName.HELD));
  }

  /// What was reported while the appeal was written down.
  private void catchUp(ReferralId id, ReferralId lead) {
    var _ =
        steps.take(
            () -> referrals.read(id),
            History::snapshot,
            new OperationId("caught-up"),
            (found, now) -> {
              var said = reports(referrals.read(lead).map(History::facts).orElse(List.of()));
              var facts = Hearing.of(found.snapshot().referral(), found.facts(), said, now);
              return facts.isEmpty()
                  ? Ruling.leave(false)
                  : new Ruling.Write<>(facts, List.of(), false, true);
            });
  }

  private static List<Report> reports(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Reported.class::isInstance)
        .map(fact -> ((Fact.Reported) fact).report())
        .toList();
  }

  /// Whose hire it is about: what HR reported while nothing could hear it is waiting there.
  private Optional<HrNumber> employee(ReferralId id) {
    return referrals
        .find(id)
        .filter(found -> found.referral() instanceof Held)
        .map(found -> ((Held) found.referral()).hire().employee());
  }

  private static Optional<ReferralId> outrunBy(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Outrun.class::isInstance)
        .map(fact -> ((Fact.Outrun) fact).winner())
        .findFirst();
  }
}
