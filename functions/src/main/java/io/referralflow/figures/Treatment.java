package io.referralflow.figures;

import io.referralflow.hire.Report;
import io.referralflow.programme.PhaseId;
import io.referralflow.referral.Fact;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the organisation treated one referral whose candidate had said yes.
///
/// @param took from the candidate's yes to the decision; nothing where HR had decided before
/// @param accepted whether the decision let it pass; a hire that came first counts as a yes
/// @param paid whether an instalment was released
record Treatment(EmployeeId referrer, Duration took, boolean accepted, boolean paid) {

  /// Empty while nothing is decided, and where the candidate never said yes.
  static Optional<Treatment> of(EmployeeId referrer, List<Fact> facts) {
    var yes = facts.stream().filter(Fact.Accepted.class::isInstance).findFirst().map(Fact::at);
    return yes.flatMap(since ->
        facts.stream()
            .flatMap(fact -> decision(fact, facts).stream())
            .findFirst()
            .map(decision ->
                new Treatment(
                    referrer,
                    Duration.between(since, decision.at().isBefore(since) ? since : decision.at()),
                    decision.accepted(),
                    facts.stream().anyMatch(Fact.Released.class::isInstance))));
  }

  private record Decision(Instant at, boolean accepted) {}

  private static Optional<Decision> decision(Fact fact, List<Fact> facts) {
    return switch (fact) {
      case Fact.PhaseEntered(var at, _, var phase, _) when !isFirst(phase, facts) ->
          Optional.of(new Decision(at, true));
      case Fact.TurnedDown(var at, _, _) -> Optional.of(new Decision(at, false));
      case Fact.Advanced(var at, _) -> Optional.of(new Decision(at, true));
      case Fact.Rejected(var at, _, _) -> Optional.of(new Decision(at, false));
      case Fact.Reported(var at, Report.Hired _) -> Optional.of(new Decision(at, true));
      case Fact _ -> Optional.empty();
    };
  }

  private static boolean isFirst(PhaseId phase, List<Fact> facts) {
    return facts.getFirst() instanceof Fact.Submitted(_, var particulars)
        && particulars.terms().procedure().isFirst(phase);
  }

  /// The same in days and parts of them.
  double days() {
    return took.toMillis() / (double) Duration.ofDays(1).toMillis();
  }
}
