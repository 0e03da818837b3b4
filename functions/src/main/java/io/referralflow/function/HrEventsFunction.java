package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.aws.Outage;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.RefuseHrEvent;
import io.referralflow.intake.TakeInApplicationEvent;
import io.referralflow.intake.TakeInColleagueEvent;
import io.referralflow.intake.TakeInHrEvent;
import io.referralflow.intake.TakeInHrEvent.TakingIn;
import io.referralflow.intake.TakeInVacancyEvent;
import io.referralflow.json.HrEventJson;
import io.referralflow.json.HrEventJson.FromBus;
import io.referralflow.port.Seals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes in events of the HR system from the bus. Idempotent for ever by the event's source and id.
/// An event that is not understood becomes a row of the failure list and is not tried again; one
/// that a fault of ours keeps from being taken in becomes one as well, and is.
public final class HrEventsFunction implements RequestStreamHandler {

  private final TakeInHrEvent takeInHrEvent;
  private final TakeInColleagueEvent takeInColleagueEvent;
  private final TakeInVacancyEvent takeInVacancyEvent;
  private final TakeInApplicationEvent takeInApplicationEvent;
  private final RefuseHrEvent refuseHrEvent;
  private final Seals seals;

  public HrEventsFunction() {
    this(new Wiring(Settings.fromEnvironment()));
  }

  private HrEventsFunction(Wiring wiring) {
    this(wiring, wiring.seals());
  }

  private HrEventsFunction(Wiring wiring, Seals seals) {
    this(
        wiring.takeInHrEvent(),
        wiring.takeInColleagueEvent(seals),
        wiring.takeInVacancyEvent(),
        wiring.takeInApplicationEvent(),
        wiring.refuseHrEvent(),
        seals);
  }

  HrEventsFunction(
      TakeInHrEvent takeInHrEvent,
      TakeInColleagueEvent takeInColleagueEvent,
      TakeInVacancyEvent takeInVacancyEvent,
      TakeInApplicationEvent takeInApplicationEvent,
      RefuseHrEvent refuseHrEvent,
      Seals seals) {
    this.takeInHrEvent = takeInHrEvent;
    this.takeInColleagueEvent = takeInColleagueEvent;
    this.takeInVacancyEvent = takeInVacancyEvent;
    this.takeInApplicationEvent = takeInApplicationEvent;
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
          insistent(
              received.event().source(),
              received.event().id(),
              received.event().bodyHash(),
              () ->
                  outcome(
                      takeInHrEvent.execute(
                          received.event(), received.candidate().map(seals::person))));
      case FromBus.AboutColleague(var event) ->
          insistent(
              event.source(),
              event.id(),
              event.bodyHash(),
              () -> outcome(takeInColleagueEvent.execute(event)));
      case FromBus.AboutVacancy(var event) ->
          insistent(
              event.source(),
              event.stamp().eventId(),
              event.bodyHash(),
              () -> outcome(takeInVacancyEvent.execute(event)));
      case FromBus.AboutApplication(var event, var candidate) ->
          insistent(
              event.source(),
              event.stamp().eventId(),
              event.bodyHash(),
              () -> outcome(takeInApplicationEvent.execute(event, candidate.map(seals::person))));
      case FromBus.NotUnderstood(var reason, var source, var eventId, var hash) -> {
        refuseHrEvent.execute(source, hash, eventId, reason);
        yield reason.wireName();
      }
    };
  }

  /// A fault of ours comes back with every try, so a person is told at the first one; the event
  /// stays where it can be sent again from.
  private String insistent(String source, String id, String bodyHash, Supplier<String> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      if (!Outage.explains(fault)) {
        refuseHrEvent.execute(source, bodyHash, Optional.of(id), Reason.FAULT);
      }
      throw fault;
    }
  }

  private static String outcome(TakeInColleagueEvent.TakingIn takingIn) {
    return switch (takingIn) {
      case TakeInColleagueEvent.TakingIn.Applied _ -> "applied";
      case TakeInColleagueEvent.TakingIn.Refused(var reason) -> reason.wireName();
    };
  }

  private static String outcome(TakeInVacancyEvent.TakingIn takingIn) {
    return switch (takingIn) {
      case TakeInVacancyEvent.TakingIn.Applied _ -> "applied";
      case TakeInVacancyEvent.TakingIn.Refused(var reason) -> reason.wireName();
    };
  }

  private static String outcome(TakeInApplicationEvent.TakingIn takingIn) {
    return switch (takingIn) {
      case TakeInApplicationEvent.TakingIn.Applied _ -> "applied";
      case TakeInApplicationEvent.TakingIn.Unmatched _ -> "unmatched";
      case TakeInApplicationEvent.TakingIn.Refused(var reason) -> reason.wireName();
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
