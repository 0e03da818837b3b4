package io.referralflow.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The phases that an organisation's procedure has, in their order (issue 5, part 10). The first
/// one is the screening, whatever it is called: leaving it is the decision to advance. A referral
/// keeps the procedure that was set when it was submitted.
public record Procedure(List<Phase> phases) {

  public static final int MOST = 10;

  /// What holds where nobody set anything else, and for referrals from before there were phases.
  public static final Procedure STANDARD =
      new Procedure(
          List.of(
              new Phase(new PhaseId("screening"), "Selectie", "Screening"),
              new Phase(new PhaseId("interview"), "Gesprek", "Interview"),
              new Phase(new PhaseId("offer"), "Aanbod", "Offer")));

  public Procedure {
    phases = List.copyOf(phases);
    if (phases.isEmpty() || phases.size() > MOST) {
      throw new IllegalArgumentException("From 1 to " + MOST + " phases");
    }
    var ids = new HashSet<PhaseId>();
    if (!phases.stream().allMatch(phase -> ids.add(phase.id()))) {
      throw new IllegalArgumentException("A phase twice");
    }
  }

  /// Where a candidate is who said yes.
  public Phase first() {
    return phases.getFirst();
  }

  /// Where a candidate is who passed the first phase; the same one where there is no other.
  public Phase second() {
    return phases.size() > 1 ? phases.get(1) : first();
  }

  public Optional<Phase> find(PhaseId id) {
    return phases.stream().filter(phase -> phase.id().equals(id)).findFirst();
  }

  public boolean isFirst(PhaseId id) {
    return first().id().equals(id);
  }
}
