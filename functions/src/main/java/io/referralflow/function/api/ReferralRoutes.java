package io.referralflow.function.api;

import io.referralflow.appeal.AppealReferral;
import io.referralflow.appeal.AppealReferral.Appealing;
import io.referralflow.eligibility.Rule;
import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.Problem.Earlier;
import io.referralflow.json.Requests;
import io.referralflow.json.Wire;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.EnterReferral;
import io.referralflow.submission.EnterReferral.Entering;
import io.referralflow.submission.FindReferrer;
import io.referralflow.submission.FindReferrer.Referrer;
import io.referralflow.submission.JudgeSubmission;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.ReadReferral;
import io.referralflow.submission.ReadReferral.Reading;
import io.referralflow.submission.SubmitReferral;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.TakeBackReferral;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Referring somebody and following what became of it.
public final class ReferralRoutes {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  private final SubmitReferral submitReferral;
  private final EnterReferral enterReferral;
  private final FindReferrer findReferrer;
  private final JudgeSubmission judgeSubmission;
  private final ListOwnReferrals listOwnReferrals;
  private final ReadReferral readReferral;
  private final TakeBackReferral takeBackReferral;
  private final AppealReferral appealReferral;

  public ReferralRoutes(
      SubmitReferral submitReferral,
      EnterReferral enterReferral,
      FindReferrer findReferrer,
      JudgeSubmission judgeSubmission,
      ListOwnReferrals listOwnReferrals,
      ReadReferral readReferral,
      TakeBackReferral takeBackReferral,
      AppealReferral appealReferral) {
    this.submitReferral = submitReferral;
    this.enterReferral = enterReferral;
    this.findReferrer = findReferrer;
    this.judgeSubmission = judgeSubmission;
    this.listOwnReferrals = listOwnReferrals;
    this.readReferral = readReferral;
    this.takeBackReferral = takeBackReferral;
    this.appealReferral = appealReferral;
  }

  List<Route> routes() {
    var everybody = Set.<Role>of();
    return List.of(
        Route.signedIn("POST", "/referrals", true, everybody, this::submit),
        Route.signedIn("GET", "/referrals", false, everybody, this::list),
        Route.signedIn("GET", "/referrals/{id}", false, everybody, this::read),
        Route.signedIn("POST", "/referrals/{id}/withdrawal", false, everybody, this::takeBack),
        Route.signedIn("POST", "/referrals/{id}/appeal", true, everybody, this::appeal));
  }

  private Answer submit(Caller caller, Call call) {
    var key = call.request().header("idempotency-key");
    if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
      return Answer.wrong("Idempotency-Key", "format", "1 to 128 visible characters.");
    }
    return Bodies.then(
        Requests.submission(call.request().body()),
        () -> broken(caller, Requests.legible(call.request().body())),
        asked ->
            asked
                .onBehalfOf()
                .map(who -> enter(caller, who, asked, key))
                .orElseGet(() ->
                    answer(
                        submitReferral.execute(
                            new SubmitReferral.Request(
                                caller,
                                asked.vacancy(),
                                asked.candidate(),
                                key,
                                asked.normalForm())))));
  }

  private Answer enter(
      Caller caller, String onBehalfOf, Requests.Submission asked, Optional<String> key) {
    var entry =
        new EnterReferral.Entry(
            caller, onBehalfOf, asked.vacancy(), asked.candidate(), key, asked.normalForm());
    return switch (enterReferral.execute(entry)) {
      case Entering.Judged(var submission) -> answer(submission);
      case Entering.WrongPerson(var because) -> Answer.wrong(List.of(error(because)));
      case Entering.NotAllowed _ ->
          Answer.refused(Refusal.FORBIDDEN, "Only recruiters enter referrals for others.");
    };
  }

  private static FieldError error(FindReferrer.Wrong because) {
    return new FieldError(
        "onBehalfOf",
        Wire.name(because),
        switch (because) {
          case UNKNOWN -> "Nobody of this HR number or id is known.";
          case WITHOUT_ADDRESS -> "The directory has no address for the receipt.";
          case YOURSELF -> "This is you; leave the field out.";
        });
  }

  private static Answer answer(Submission submission) {
    return switch (submission) {
      case Submission.Accepted(var id, var number, var receivedAt, var version) ->
          Answer.made(Answers.submission(id, number, receivedAt, version));
      case Submission.KeyReused _ -> Answer.refused(Refusal.KEY_REUSED);
      case Submission.Duplicate(var id, var number, var receivedAt) ->
          Answer.alreadyReferred(new Earlier(id, number, receivedAt));
      case Submission.Refused(var rules) -> Answer.wrong(errors(rules));
      case Submission.NotSetUp _ ->
          Answer.refused(Refusal.UNAVAILABLE, "The programme has no terms or settings yet.");
    };
  }

  private List<FieldError> broken(Caller caller, Requests.Legible asked) {
    if (asked.onBehalfOf().isEmpty() || !caller.has(Role.RECRUITER)) {
      return errors(judgeSubmission.execute(caller, asked.vacancy(), asked.candidate()));
    }
    return switch (findReferrer.execute(caller, asked.onBehalfOf().get())) {
      case Referrer.Found(var referrer, _) ->
          errors(judgeSubmission.execute(referrer, asked.vacancy(), asked.candidate()));
      case Referrer.Not(var because) -> List.of(error(because));
    };
  }

  private static List<FieldError> errors(List<Rule> rules) {
    return rules.stream().map(ReferralRoutes::error).toList();
  }

  static FieldError error(Rule rule) {
    var field =
        switch (rule) {
          case OWN_ADDRESS -> "candidate.email";
          case VACANCY_UNKNOWN, VACANCY_NOT_IN_PROGRAMME, VACANCY_CLOSED, HIRING_MANAGER ->
              "vacancyId";
          case RECRUITER,
              HUMAN_RESOURCES,
              NOT_IN_SERVICE,
              PROGRAMME_NOT_RUNNING,
              PROGRAMME_AUDIENCE,
              PROGRAMME_SCOPE,
              CANDIDATE_KNOWN,
              OWN_HIRE,
              REFERRER_LEFT_BEFORE_HIRE,
              REFERRER_LEFT_BEFORE_MILESTONE,
              REFERRED_AFTER_HIRE,
              ENDED_BEFORE_HIRE,
              OTHER_REFERRAL ->
              "";
        };
    return new FieldError(field, Wire.name(rule), rule.refusal());
  }

  private Answer list(Caller caller, Call call) {
    return Paging.page(
        call,
        page -> Answer.ok(Answers.ownReferrals(listOwnReferrals.execute(caller.employee(), page))));
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
      case Reading.Whole(var referral, var view, var passages, var candidate, var referrer) ->
          Answer.ok(Answers.wholeReferral(referral, view, passages, candidate, referrer));
      case Reading.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer takeBack(Caller caller, Call call) {
    return call.referral()
        .map(id -> takeBack(caller, id))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer appeal(Caller caller, Call call) {
    return call.referral()
        .map(id ->
            Bodies.then(
                Requests.appeal(call.request().body()),
                reason -> appeal(id, appealReferral.execute(caller.employee(), id, reason))))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private static Answer appeal(ReferralId id, Appealing outcome) {
    return switch (outcome) {
      case Appealing.Appealed(var state) -> Answer.ok(Answers.state(id, state));
      case Appealing.NotNow _ ->
          Answer.refused(
              Refusal.WRONG_STATE,
              "Only a decision that a hire earns nothing can be appealed against, in the days that"
                  + " the terms give.");
      case Appealing.AppealedOtherwise _ ->
          Answer.refused(Refusal.WRONG_STATE, "There was an appeal for another reason.");
      case Appealing.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer takeBack(Caller caller, ReferralId id) {
    return switch (takeBackReferral.execute(caller.employee(), id)) {
      case TAKEN_BACK -> Answer.ok(Answers.state(id, StateName.ENDED));
      case TOO_LATE ->
          Answer.refused(Refusal.WRONG_STATE, "It ended before, or the candidate was hired.");
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }
}
