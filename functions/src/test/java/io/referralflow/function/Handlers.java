package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Product;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The functions that the stream, the bus and the state machine call: the real handlers, JSON in
/// and JSON out, over whatever ports a test has.
public final class Handlers {

  private final RequestStreamHandler outbox;
  private final RequestStreamHandler hrEvents;
  private final RequestStreamHandler workflow;
  private final List<String> logged = new ArrayList<>();
  private int calls;

  public Handlers(Ports ports) {
    var product = new Product(ports);
    outbox =
        new OutboxFunction(
            product.followReferral,
            product.sendNotice,
            product.sendProgrammeNotice,
            ports.failures(),
            ports.clock());
    hrEvents =
        new HrEventsFunction(
            product.takeInHrEvent,
            product.takeInColleagueEvent,
            product.takeInVacancyEvent,
            product.takeInApplicationEvent,
            product.refuseHrEvent,
            ports.seals());
    workflow =
        new WorkflowFunction(
            product.parkExecution, product.planNextInstalment, product.releaseInstalment);
  }

  /// What `outbox` answers to a batch of the stream.
  public String outbox(String batch) {
    return call(outbox, batch);
  }

  /// What `hr-events` answers to an event of the bus.
  public String hrEvents(String event) {
    return call(hrEvents, event);
  }

  /// What `workflow` answers to a task of the state machine.
  public String workflow(String task) {
    return call(workflow, task);
  }

  /// What was logged since this was last asked.
  public List<String> takeLog() {
    var taken = List.copyOf(logged);
    logged.clear();
    return taken;
  }

  private String call(RequestStreamHandler handler, String event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          out,
          new Call(Call.id(++calls), logged));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
