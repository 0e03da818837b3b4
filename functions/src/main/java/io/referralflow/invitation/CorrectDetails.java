package io.referralflow.invitation;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Details;
import io.referralflow.port.Candidates;
import io.referralflow.port.Companion;
import io.referralflow.port.History;
import io.referralflow.port.Ids;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Life;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets the candidate correct what is stored about them (GDPR, article 16). Idempotent by its
/// content: what is right already is no correction. The old values are gone with it.
public final class CorrectDetails {

  /// More corrections than anybody needs; the record of a referral does not grow without end.
  static final int MOST = 50;

  private final Referrals referrals;
  private final Candidates candidates;
  private final Seals seals;
  private final Ids ids;
  private final Steps steps;

  public CorrectDetails(
      Referrals referrals, Candidates candidates, Seals seals, Ids ids, Steps steps) {
    this.referrals = referrals;
    this.candidates = candidates;
    this.seals = seals;
    this.ids = ids;
    this.steps = steps;
  }

  /// What became of a correction.
  public sealed interface Correcting {
    /// Stored so, now or before.
    record Stored(Candidate candidate) implements Correcting {}

    /// The data is deleted, or about to be.
    record Gone() implements Correcting {}

    /// It was corrected too often.
    record TooOften() implements Correcting {}

    /// The token is wrong, forged or revoked.
    record NotFound() implements Correcting {}
  }

  /// @param candidate read after the history, so that a change in between makes the step stale
  private record Found(History history, Optional<Candidate> candidate) {}

  public Correcting execute(String token, Details details) {
    var operation = new OperationId("correct:" + ids.next());
    return seals
        .opened(token)
        .flatMap(invitation ->
            steps.take(
                () -> look(invitation),
                found -> found.history().snapshot(),
                operation,
                (found, now) -> rule(details, found, now)))
        .orElseGet(Correcting.NotFound::new);
  }

  private Optional<Found> look(Seals.Invitation invitation) {
    return referrals
        .read(invitation.referral())
        .filter(history -> invitation.opens(history.snapshot().referral()))
        .map(history -> new Found(history, candidates.find(invitation.referral())));
  }

  private static Ruling<Correcting> rule(Details details, Found found, Instant now) {
    if (found.candidate().isEmpty()) {
      return Ruling.leave(new Correcting.Gone());
    }
    var stored = found.candidate().get();
    var corrects = details.correct(stored);
    var fact = new Fact.Corrected(now, corrects);
    if (Life.after(found.history().snapshot().referral(), fact).isEmpty()) {
      return Ruling.leave(new Correcting.Gone());
    }
    if (corrects.isEmpty()) {
      return Ruling.leave(new Correcting.Stored(stored));
    }
    if (corrections(found) >= MOST) {
      return Ruling.leave(new Correcting.TooOften());
    }
    var corrected = details.of(stored);
    return new Ruling.Write<>(
        List.of(fact),
        List.of(new Companion.CandidateStored(corrected)),
        false,
        new Correcting.Stored(corrected));
  }

  private static long corrections(Found found) {
    return found.history().facts().stream().filter(Fact.Corrected.class::isInstance).count();
  }
}
