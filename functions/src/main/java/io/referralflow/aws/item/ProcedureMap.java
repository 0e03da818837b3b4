package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;

/// The phases of a procedure, inside a row, under `phases`. The standard procedure takes no room:
/// what was written before there were others says nothing.
final class ProcedureMap {

  private static final String PHASES = "phases";
  private static final String ID = "id";
  private static final String DUTCH = "nl";
  private static final String ENGLISH = "en";

  private ProcedureMap() {}

  static Attributes toMap(Procedure procedure) {
    return procedure.equals(Procedure.STANDARD)
        ? Attributes.none()
        : Attributes.none()
            .list(PHASES, procedure.phases().stream().map(ProcedureMap::toMap).toList());
  }

  static Procedure fromMap(Attributes map) {
    return map.has(PHASES)
        ? new Procedure(map.list(PHASES).stream().map(ProcedureMap::phase).toList())
        : Procedure.STANDARD;
  }

  private static Attributes toMap(Phase phase) {
    return Attributes.none()
        .text(ID, phase.id().value())
        .text(DUTCH, phase.dutch())
        .text(ENGLISH, phase.english());
  }

  private static Phase phase(Attributes map) {
    return new Phase(new PhaseId(map.text(ID)), map.text(DUTCH), map.text(ENGLISH));
  }
}
