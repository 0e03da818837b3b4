package io.referralflow.invitation;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.port.OperationId;
import io.referralflow.port.Seals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Retention;
import io.referralflow.referral.StateName;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Takes the candidate's answer. Idempotent: the same answer again is the same outcome. Declining
/// after accepting counts as withdrawing, and withdrawing and objecting are possible at any time.
public final class AnswerInvitation {

  private final Seals seals;
  private final Steps steps;

  public AnswerInvitation(Seals seals, Steps steps) {
    this.seals = seals;
    this.steps = steps;
  }

  /// What the candidate answers.
  public sealed interface Answer {
    /// Yes, with what the referrer may know and how long the data may be kept.
    record Accept(Feedback feedback, Keep keep) implements Answer {}

    /// No.
    record Decline() implements Answer {}

    /// No more.
    record Withdraw() implements Answer {}

    /// I object to this.
    record Objection() implements Answer {}
  }

  /// What became of the answer.
  public sealed interface Answering {
    /// Taken, now or before.
    record Taken(StateName state, Optional<LocalDate> keptUntil) implements Answering {}

    /// The referral had ended before.
    record TooLate() implements Answering {}

    /// The token is wrong, forged or revoked.
    record NotFound() implements Answering {}
  }

  public Answering execute(String token, Answer answer) {
    var operation = new OperationId("answer:" + answer);
    return seals
        .opened(token)
        .flatMap(invitation ->
            steps.take(
                invitation.referral(),
                operation,
                (found, now) ->
                    invitation.opens(found.referral())
                        ? rule(answer, found, now)
                        : Ruling.leave(new Answering.NotFound())))
        .orElseGet(Answering.NotFound::new);
  }

  private static Ruling<Answering> rule(Answer answer, Snapshot found, Instant now) {
    var referral = found.referral();
    return switch (answer) {
      case Answer.Accept(var feedback, var keep) ->
          step(referral, new Fact.Accepted(now, feedback, keep))
              .orElseGet(() -> Ruling.leave(acceptedBefore(referral)));
      case Answer.Decline _ ->
          step(referral, new Fact.Declined(now))
              .or(() ->
                  mayWithdraw(referral)
                      ? step(referral, new Fact.Withdrawn(now))
                      : Optional.empty())
              .orElseGet(() -> Ruling.leave(declinedBefore(referral)));
      case Answer.Withdraw _ ->
          step(referral, new Fact.Withdrawn(now)).orElseGet(() -> Ruling.leave(taken(referral)));
      case Answer.Objection _ ->
          step(referral, new Fact.Objected(now)).orElseGet(() -> Ruling.leave(taken(referral)));
    };
  }

  private static Optional<Ruling<Answering>> step(Referral referral, Fact fact) {
    return Life.after(referral, fact).map(after -> Ruling.record(fact, taken(after)));
  }

  private static Answering taken(Referral referral) {
    return new Answering.Taken(StateName.of(referral), Retention.keptUntil(referral));
  }

  private static boolean mayWithdraw(Referral referral) {
    return !(referral instanceof Referral.Ended);
  }

  private static Answering acceptedBefore(Referral referral) {
    return referral instanceof Referral.Ended || referral.dossier().withdrawnAt().isPresent()
        ? new Answering.TooLate()
        : taken(referral);
  }

  private static Answering declinedBefore(Referral referral) {
    return referral instanceof Referral.Declined
            || (referral.dossier().withdrawnAt().isPresent()
                && !(referral instanceof Referral.Withdrawn gone && gone.byReferrer()))
        ? taken(referral)
        : new Answering.TooLate();
  }
}
