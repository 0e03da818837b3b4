package io.referralflow.function.api;

import io.referralflow.invitation.AnswerInvitation;
import io.referralflow.invitation.AnswerInvitation.Answering;
import io.referralflow.invitation.CorrectDetails;
import io.referralflow.invitation.CorrectDetails.Correcting;
import io.referralflow.invitation.GiveCopy;
import io.referralflow.invitation.ReadInvitation;
import io.referralflow.json.Answers;
import io.referralflow.json.Requests;
import java.util.List;

/// The candidate's page, without an account: the token of the link proves who calls.
public final class InvitationRoutes {

  private static final String TOKEN = "invitation-token";

  private final ReadInvitation readInvitation;
  private final AnswerInvitation answerInvitation;
  private final CorrectDetails correctDetails;
  private final GiveCopy giveCopy;

  public InvitationRoutes(
      ReadInvitation readInvitation,
      AnswerInvitation answerInvitation,
      CorrectDetails correctDetails,
      GiveCopy giveCopy) {
    this.readInvitation = readInvitation;
    this.answerInvitation = answerInvitation;
    this.correctDetails = correctDetails;
    this.giveCopy = giveCopy;
  }

  List<Route> routes() {
    return List.of(
        Route.open("GET", "/invitation", false, this::read),
        Route.open("POST", "/invitation", true, this::answer),
        Route.open("PUT", "/invitation", true, this::correct),
        Route.open("POST", "/invitation/copy", false, this::copy));
  }

  private Answer read(Call call) {
    return call.request()
        .header(TOKEN)
        .flatMap(readInvitation::execute)
        .map(invitation -> Answer.ok(Answers.invitation(invitation)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer copy(Call call) {
    return call.request()
        .header(TOKEN)
        .flatMap(giveCopy::execute)
        .map(copy -> Answer.ok(Answers.copy(copy)))
        .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
  }

  private Answer correct(Call call) {
    return Bodies.then(
        Requests.details(call.request().body()),
        details ->
            switch (correctDetails.execute(call.request().header(TOKEN).orElse(""), details)) {
              case Correcting.Stored(var candidate) ->
                  Answer.ok(Answers.storedCandidate(candidate));
              case Correcting.Gone _ ->
                  Answer.refused(Refusal.WRONG_STATE, "The data has been deleted.");
              case Correcting.TooOften _ ->
                  Answer.refused(Refusal.WRONG_STATE, "It was corrected too often.");
              case Correcting.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
            });
  }

  private Answer answer(Call call) {
    return Bodies.then(
        Requests.answer(call.request().body()),
        answer ->
            switch (answerInvitation.execute(call.request().header(TOKEN).orElse(""), answer)) {
              case Answering.Taken(var state, var keptUntil) ->
                  Answer.ok(Answers.invitationOutcome(state, keptUntil));
              case Answering.TooLate _ ->
                  Answer.refused(Refusal.WRONG_STATE, "The referral has ended.");
              case Answering.NotFound _ -> Answer.refused(Refusal.NOT_FOUND);
            });
  }
}
