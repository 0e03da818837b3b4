package io.referralflow.function.kill;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.function.ApiFunction;
import io.referralflow.function.Call;
import io.referralflow.function.HrEventsFunction;
import io.referralflow.function.OutboxFunction;
import io.referralflow.function.UpkeepFunction;
import io.referralflow.function.WorkflowFunction;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;

/// The process that is killed: it holds the five functions as they are deployed and runs one call
/// after the other. A line in: the moment, the step, where to die, and the event; lines out: what
/// it came by, and the answer or the class of the fault.
public final class Worker {

  private Worker() {}

  static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  public static void main(String[] arguments) throws IOException {
    var functions =
        Map.<String, RequestStreamHandler>of(
            "api", new ApiFunction(),
            "hr-events", new HrEventsFunction(),
            "workflow", new WorkflowFunction(),
            "outbox", new OutboxFunction(),
            "upkeep", new UpkeepFunction());
    say("ready");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var parts = line.split("\t", -1);
      var step = parts[1];
      ToldClock.tell(Instant.parse(parts[0]));
      KillInterceptor.begin(step, KillPoint.parseIfAny(parts[2]));
      var function =
          functions.get(step.contains(":") ? step.substring(0, step.indexOf(':')) : step);
      if (function == null) {
        throw new IllegalArgumentException("There is no function for " + step);
      }
      say(answer(function, Base64.getDecoder().decode(parts[3])));
    }
  }

  private static String answer(RequestStreamHandler function, byte[] event) throws IOException {
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(event), out, new Call("request", new ArrayList<>()));
      return "answer " + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (RuntimeException fault) {
      return "fault " + fault;
    }
  }
}
