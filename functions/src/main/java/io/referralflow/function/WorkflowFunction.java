package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.json.WorkflowJson;
import io.referralflow.json.WorkflowJson.Task;
import io.referralflow.payout.PlanNextInstalment;
import io.referralflow.payout.ReleaseInstalment;
import io.referralflow.process.ParkExecution;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Takes the steps of the state machine. Idempotent: parking stores the same token again, planning
/// only reads, and a release is kept by the state, the operation and the ledger's key.
public final class WorkflowFunction implements RequestStreamHandler {

  private final ParkExecution parkExecution;
  private final PlanNextInstalment planNextInstalment;
  private final ReleaseInstalment releaseInstalment;

  public WorkflowFunction() {
    this(new Wiring(Settings.fromEnvironment()));
  }

  private WorkflowFunction(Wiring wiring) {
    this(wiring.parkExecution(), wiring.planNextInstalment(), wiring.releaseInstalment());
  }

  WorkflowFunction(
      ParkExecution parkExecution,
      PlanNextInstalment planNextInstalment,
      ReleaseInstalment releaseInstalment) {
    this.parkExecution = parkExecution;
    this.planNextInstalment = planNextInstalment;
    this.releaseInstalment = releaseInstalment;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(in, out, context, text -> answer(WorkflowJson.read(text)));
  }

  private String answer(Task task) {
    return switch (task) {
      case Task.Park(var step, var id, var leg, var token) -> {
        parkExecution.execute(step, id, leg, token);
        yield WorkflowJson.parked();
      }
      case Task.Plan(var id, var leg) -> WorkflowJson.plan(planNextInstalment.execute(id, leg));
      case Task.Release(var id, var leg, var instalment) ->
          WorkflowJson.plan(releaseInstalment.execute(id, leg, instalment));
    };
  }
}
