package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.Requests;
import io.referralflow.recognition.MarkThanks;
import io.referralflow.recognition.ReadThanks;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Set;

/// Thanking a referrer after a hire: for the manager whom it was prepared for.
public final class ThanksRoutes {

  private final ReadThanks readThanks;
  private final MarkThanks markThanks;

  public ThanksRoutes(ReadThanks readThanks, MarkThanks markThanks) {
    this.readThanks = readThanks;
    this.markThanks = markThanks;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    return List.of(
        Route.signedIn("GET", "/referrals/{id}/thanks", false, everybody, this::read),
        Route.signedIn("POST", "/referrals/{id}/thanks", true, everybody, this::mark));
  }

  private Answer read(Caller caller, Call call) {
    return call.referral()
        .flatMap(id -> readThanks.execute(caller, id))
        .map(prepared -> Answer.ok(Answers.thanks(prepared)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer mark(Caller caller, Call call) {
    return call.referral()
        .map(id ->
            Bodies.then(
                Requests.deed(call.request().body()),
                deed ->
                    markThanks
                        .execute(caller, id, deed)
                        .map(prepared -> Answer.ok(Answers.thanks(prepared)))
                        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }
}
