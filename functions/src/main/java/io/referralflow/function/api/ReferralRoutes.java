package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.Problem.Earlier;
import io.referralflow.json.Requests;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.ReadReferral;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Referring somebody and following what became of it.
public final class ReferralRoutes {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  private final SubmitReferral submitReferral;
  private final ListOwnReferrals listOwnReferrals;
  private final ReadReferral readReferral;
  private final TakeBackReferral takeBackReferral;

  public ReferralRoutes(
      SubmitReferral submitReferral,
      ListOwnReferrals listOwnReferrals,
      ReadReferral readReferral,
      TakeBackReferral takeBackReferral) {
    this.submitReferral = submitReferral;
    this.listOwnReferrals = listOwnReferrals;
    this.readReferral = readReferral;
    this.takeBackReferral = takeBackReferral;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    return List.of(
        Route.signedIn("POST", "/referrals", true, everybody, this::submit),
        Route.signedIn("GET", "/referrals", false, everybody, this::list),
        Route.signedIn("GET", "/referrals/{id}", false, everybody, this::read),
        Route.signedIn("POST", "/referrals/{id}/withdrawal", false, everybody, this::takeBack));
  }

  private Answer submit(Caller caller, Call call) {
    var key = call.request().header("idempotency-key");
    if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
      return Answer.wrong("Idempotency-Key", "format", "1 to 128 visible characters.");
    }
    return Bodies.then(
        Requests.submission(call.request().body()),
        asked ->
            answer(
                submitReferral.execute(
                    new SubmitReferral.Request(
                        caller, asked.vacancy(), asked.candidate(), key, asked.normalForm()))));
  }

  private static Answer answer(Submission submission) {
    return switch (submission) {
      case Submission.Accepted(var id, var number, var receivedAt, var version) ->
          Answer.made(Answers.submission(id, number, receivedAt, version));
      case Submission.KeyReused _ -> Answer.refused(Refusal.KEY_REUSED);
      case Submission.Duplicate(var id, var number, var receivedAt) ->
          Answer.alreadyReferred(new Earlier(id, number, receivedAt));
      case Submission.Refused(var rules) ->
          Answer.wrong(rules.stream().map(ReferralRoutes::error).toList());
      case Submission.NotSetUp _ ->
          Answer.refused(Refusal.UNAVAILABLE, "The programme has no terms or settings yet.");
    };
  }

  private static FieldError error(SubmitReferral.Rule rule) {
    return switch (rule) {
      case OWN_ADDRESS ->
          new FieldError("candidate.email", "own-address", "Nobody refers themselves.");
      case RECRUITER -> new FieldError("", "recruiter", "Recruiters do not refer.");
      case VACANCY_UNKNOWN ->
          new FieldError("vacancyId", "vacancy-unknown", "There is no such vacancy.");
      case VACANCY_CLOSED ->
          new FieldError("vacancyId", "vacancy-closed", "This vacancy takes no referrals.");
    };
  }

  private Answer list(Caller caller, Call call) {
    return Paging.page(
        call, page -> Answer.ok(Answers.ownReferrals(listOwnReferrals.execute(caller.id(), page))));
  }

  private Answer read(Caller caller, Call call) {
    return call.referral()
        .map(id -> readReferral.execute(caller, id))
        .map(ReferralRoutes::answer)
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Answer answer(Reading reading) {
    return switch (reading) {
      case Reading.Own(var referral, var view, var name) ->
          Answer.ok(Answers.ownReferral(referral, view, name));
      case Reading.Whole(var referral, var view, var candidate, var referrer) ->
          Answer.ok(Answers.wholeReferral(referral, view, candidate, referrer));
      case Reading.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer takeBack(Caller caller, Call call) {
    return call.referral()
        .map(id -> takeBack(caller, id))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer takeBack(Caller caller, ReferralId id) {
    return switch (takeBackReferral.execute(caller.id(), id)) {
      case TAKEN_BACK -> Answer.ok(Answers.state(id, StateName.ENDED));
      case TOO_LATE ->
          Answer.refused(Refusal.WRONG_STATE, "It ended before, or the candidate was hired.");
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }
}
