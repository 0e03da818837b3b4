package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.intake.RefuseHrEvent;
import io.referralflow.intake.TakeInHrEvent;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.json.HrEventJson;
import io.referralflow.json.HrEventJson.FromBus;
import io.referralflow.port.Seals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// Takes in events of the HR system from the bus. Idempotent for ever by the event's source and id.
/// An event that is not understood becomes a row of the failure list and is not tried again.
public final class HrEventsFunction implements RequestStreamHandler {

  private final TakeInHrEvent takeInHrEvent;
  private final RefuseHrEvent refuseHrEvent;
  private final Seals seals;

  public HrEventsFunction() {
    this(new Wiring(Settings.fromEnvironment()));
  }

  private HrEventsFunction(Wiring wiring) {
    this(wiring.takeInHrEvent(), wiring.refuseHrEvent(), wiring.seals());
  }

  HrEventsFunction(TakeInHrEvent takeInHrEvent, RefuseHrEvent refuseHrEvent, Seals seals) {
    this.takeInHrEvent = takeInHrEvent;
    this.refuseHrEvent = refuseHrEvent;
    this.seals = seals;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(
        in,
        out,
        context,
        text -> {
          Log.info(context, "hr-event", Map.of("outcome", takeIn(text)));
          return "{}";
        });
  }

  private String takeIn(String text) {
    return switch (HrEventJson.fromBus(text, seals::digest)) {
      case FromBus.Understood(var received) ->
          outcome(takeInHrEvent.execute(received.event(), received.candidate().map(seals::person)));
      case FromBus.NotUnderstood(var reason, var source, var eventId, var hash) -> {
        refuseHrEvent.execute(source, hash, eventId, reason);
        yield reason.wireName();
      }
    };
  }

  private static String outcome(TakingIn takingIn) {
    return switch (takingIn) {
      case TakingIn.Applied _ -> "applied";
      case TakingIn.Unmatched _ -> "unmatched";
      case TakingIn.Refused(var reason) -> reason.wireName();
    };
  }
}
