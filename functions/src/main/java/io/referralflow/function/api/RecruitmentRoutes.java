package io.referralflow.function.api;

import io.referralflow.candidate.Email;
import io.referralflow.intake.AgreeToHrEvent;
import io.referralflow.intake.EnterHrEvent;
import io.referralflow.intake.EnterHrEvent.Entering;
import io.referralflow.intake.ListEnteredEvents;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.json.Answers;
import io.referralflow.json.FieldError;
import io.referralflow.json.HrEventJson;
import io.referralflow.json.Requests;
import io.referralflow.port.Failures;
import io.referralflow.port.Seals;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.screening.CorrectAddress;
import io.referralflow.screening.DecideReferral;
import io.referralflow.screening.DecideReferral.Deciding;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.screening.EnterPhase;
import io.referralflow.screening.EnterPhase.Passing;
import io.referralflow.screening.MoveReferral;
import io.referralflow.screening.MoveReferral.Moving;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.List;
import java.util.Set;

/// What recruiters and programme managers see, decide and enter.
public final class RecruitmentRoutes {

  private final ReadWorklist readWorklist;
  private final DecideReferral decideReferral;
  private final EnterPhase enterPhase;
  private final CorrectAddress correctAddress;
  private final MoveReferral moveReferral;
  private final EnterHrEvent enterHrEvent;
  private final AgreeToHrEvent agreeToHrEvent;
  private final ListEnteredEvents listEnteredEvents;
  private final Failures failures;
  private final Seals seals;

  public RecruitmentRoutes(
      ReadWorklist readWorklist,
      DecideReferral decideReferral,
      EnterPhase enterPhase,
      CorrectAddress correctAddress,
      MoveReferral moveReferral,
      EnterHrEvent enterHrEvent,
      AgreeToHrEvent agreeToHrEvent,
      ListEnteredEvents listEnteredEvents,
      Failures failures,
      Seals seals) {
    this.readWorklist = readWorklist;
    this.decideReferral = decideReferral;
    this.enterPhase = enterPhase;
    this.correctAddress = correctAddress;
    this.moveReferral = moveReferral;
    this.enterHrEvent = enterHrEvent;
    this.agreeToHrEvent = agreeToHrEvent;
    this.listEnteredEvents = listEnteredEvents;
    this.failures = failures;
    this.seals = seals;
  }

  List<Route> routes() {
    var recruiter = Set.of(Role.RECRUITER);
    var deciders = Set.of(Role.RECRUITER, Role.PROGRAMME_MANAGER);
    return List.of(
        Route.signedIn("GET", "/worklist", false, deciders, (_, call) -> worklist(call)),
        Route.signedIn("POST", "/referrals/{id}/decisions", true, deciders, this::decide),
        Route.signedIn("POST", "/referrals/{id}/phase", true, deciders, this::enterPhase),
        Route.signedIn("PUT", "/referrals/{id}/candidate-email", true, deciders, this::correct),
        Route.signedIn("POST", "/referrals/{id}/vacancy", true, recruiter, this::move),
        Route.signedIn("POST", "/hr-events", true, recruiter, this::enter),
        Route.signedIn("GET", "/hr-events", false, deciders, (_, call) -> pending(call)),
        Route.signedIn("POST", "/hr-events/{id}/agreement", false, deciders, this::agree),
        Route.signedIn("GET", "/failures", false, deciders, (_, call) -> failures(call)));
  }

  private Answer worklist(Call call) {
    return Paging.page(call, page -> Answer.ok(Answers.worklist(readWorklist.execute(page))));
  }

  private Answer decide(Caller caller, Call call) {
    return Bodies.then(
        Requests.decision(call.request().body()),
        decision ->
            call.referral()
                .map(id -> decide(caller, id, decision))
                .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND)));
  }

  private Answer decide(Caller caller, ReferralId id, Decision decision) {
    return switch (decideReferral.execute(caller, id, decision)) {
      case Deciding.Decided(var state) -> Answer.ok(Answers.state(id, state));
      case Deciding.WrongState _ -> Answer.refused(Refusal.WRONG_STATE);
      case Deciding.NotShared _ ->
          Answer.wrong("share", "not-with-decision", "Only on appeal can a part be allowed.");
      case Deciding.DecidedOtherwise _ -> Answer.refused(Refusal.DIFFERS);
      case Deciding.OwnReferral _ -> Answer.refused(Refusal.OWN_REFERRAL);
      case Deciding.NotAllowed _ -> Answer.refused(Refusal.FORBIDDEN);
      case Deciding.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer enterPhase(Caller caller, Call call) {
    return Bodies.then(
        Requests.phase(call.request().body()),
        phase ->
            call.referral()
                .map(id -> enterPhase(caller, id, phase))
                .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND)));
  }

  private Answer enterPhase(Caller caller, ReferralId id, PhaseId phase) {
    return switch (enterPhase.execute(caller, id, phase)) {
      case Passing.Passed(var state, var passage) -> Answer.ok(Answers.phase(id, state, passage));
      case Passing.UnknownPhase _ ->
          Answer.wrong("phase", "not-in-list", "This referral's procedure has no such phase.");
      case Passing.WrongState _ ->
          Answer.refused(
              Refusal.WRONG_STATE, "Phases are for those who said yes and are not hired yet.");
      case Passing.OwnReferral _ -> Answer.refused(Refusal.OWN_REFERRAL);
      case Passing.NotAllowed _ -> Answer.refused(Refusal.FORBIDDEN);
      case Passing.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer correct(Caller caller, Call call) {
    return Bodies.then(
        Requests.candidateEmail(call.request().body()),
        right ->
            call.referral()
                .map(id -> correct(caller, id, right))
                .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND)));
  }

  private Answer correct(Caller caller, ReferralId id, Email right) {
    return switch (correctAddress.execute(caller, id, right)) {
      case CORRECTED -> Answer.ok(Answers.state(id, StateName.INVITED));
      case WRONG_STATE -> Answer.refused(Refusal.WRONG_STATE);
      case ALREADY_REFERRED -> Answer.refused(Refusal.DIFFERS);
      case REFERRERS_ADDRESS -> Answer.wrong("email", "own-address", "Nobody refers themselves.");
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer move(Caller caller, Call call) {
    return Bodies.then(
        Requests.otherVacancy(call.request().body()),
        vacancy ->
            call.referral()
                .map(id -> move(caller, id, vacancy))
                .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND)));
  }

  private Answer move(Caller caller, ReferralId id, VacancyId to) {
    return switch (moveReferral.execute(caller, id, to)) {
      case Moving.Moved(var vacancy) -> Answer.ok(Answers.moved(id, vacancy));
      case Moving.WrongState _ -> Answer.refused(Refusal.WRONG_STATE);
      case Moving.AlreadyReferred _ ->
          Answer.refused(
              Refusal.DIFFERS, "The referrer has referred this candidate for that vacancy.");
      case Moving.Refused(var rule) -> Answer.wrong(List.of(ReferralRoutes.error(rule)));
      case Moving.OwnReferral _ -> Answer.refused(Refusal.OWN_REFERRAL);
      case Moving.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer enter(Caller caller, Call call) {
    return Bodies.then(
        HrEventJson.byHand(call.request().body(), seals::digest),
        received ->
            switch (enterHrEvent.execute(
                caller.employee(),
                received.event(),
                received.candidate().map(seals::person),
                received.data())) {
              case Entering.Entered(var id, var agreed) ->
                  Answer.takenIn(Answers.enteredEvent(id, agreed));
              case Entering.Differs _ -> Answer.refused(Refusal.DIFFERS);
              case Entering.OwnReferral _ -> Answer.refused(Refusal.OWN_REFERRAL);
              case Entering.Refused(var reasons) ->
                  Answer.wrong(reasons.stream().map(RecruitmentRoutes::error).toList());
            });
  }

  private static FieldError error(Reason reason) {
    var field = reason == Reason.FROM_THE_FUTURE ? "metadata.occurredAt" : "data.probationEndDate";
    var message =
        reason == Reason.FROM_THE_FUTURE ? "At most 24 hours ahead." : "Not before the start date.";
    return new FieldError(field, reason.wireName(), message);
  }

  private Answer pending(Call call) {
    return call.query("state").filter(state -> !state.equals("pending")).isPresent()
        ? Answer.wrong("state", "not-in-list", "Only pending ones are listed.")
        : Paging.page(
            call,
            page -> {
              var listed = listEnteredEvents.execute(page);
              return Answer.ok(Answers.pendingEvents(listed.page(), listed::enteredBy));
            });
  }

  private Answer agree(Caller caller, Call call) {
    var id = call.variable("id");
    if (!HrEventJson.isEnteredId(id)) {
      return Answer.refused(Refusal.NOT_FOUND);
    }
    return switch (agreeToHrEvent.execute(caller.employee(), id)) {
      case AGREED -> Answer.ok(Answers.enteredEvent(id, true));
      case SAME_PERSON -> Answer.refused(Refusal.SECOND_PERSON);
      case OWN_REFERRAL -> Answer.refused(Refusal.OWN_REFERRAL);
      case NOT_FOUND -> Answer.refused(Refusal.NOT_FOUND);
    };
  }

  private Answer failures(Call call) {
    return Paging.page(call, page -> Answer.ok(Answers.failures(failures.list(page))));
  }
}
