package io.referralflow.invitation;

import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.invitation.ReadInvitation.Invitation;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.History;
import io.referralflow.port.Ids;
import io.referralflow.port.OperationId;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.referral.Fact;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Timeline;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.step.Ruling;
import io.referralflow.step.Steps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the candidate a copy of everything that is stored about them (GDPR, articles 15 and 20).
/// That it was given is a fact, once a day at most, so that asking again and again does not make
/// the record grow.
public final class GiveCopy {

  private final Referrals referrals;
  private final Backgrounds backgrounds;
  private final Seals seals;
  private final Ids ids;
  private final Steps steps;

  public GiveCopy(Referrals referrals, Backgrounds backgrounds, Seals seals, Ids ids, Steps steps) {
    this.referrals = referrals;
    this.backgrounds = backgrounds;
    this.seals = seals;
    this.ids = ids;
    this.steps = steps;
  }

  /// What is stored.
  ///
  /// @param invitation what the candidate's page shows
  /// @param particulars what was settled at the submission; of the candidate it holds the hash of
  ///   the address
  /// @param addressFoundUntil the day on which nothing is found by the address's hash any more
  /// @param history what happened, without the referrer's money
  /// @param employments what HR reported, by HR number
  public record Copy(
      Instant madeAt,
      Invitation invitation,
      Particulars particulars,
      LocalDate addressFoundUntil,
      List<TimelineEntry> history,
      Map<HrNumber, Employment> employments) {
    public Copy {
      history = List.copyOf(history);
      employments = Map.copyOf(employments);
    }
  }

  private record Found(History history, Background background) {}

  /// The copy; empty when the token is wrong, forged or revoked.
  public Optional<Copy> execute(String token) {
    var operation = new OperationId("copy:" + ids.next());
    return seals
        .opened(token)
        .flatMap(invitation ->
            steps.take(
                () -> look(invitation),
                found -> found.history().snapshot(),
                operation,
                GiveCopy::rule));
  }

  private Optional<Found> look(Seals.Invitation invitation) {
    return referrals
        .read(invitation.referral())
        .filter(history -> invitation.opens(history.snapshot().referral()))
        .map(history -> {
          var particulars = history.snapshot().referral().particulars();
          return new Found(
              history,
              backgrounds.of(particulars.id(), particulars.referrer(), particulars.vacancy()));
        });
  }

  private static Ruling<Copy> rule(Found found, Instant now) {
    var referral = found.history().snapshot().referral();
    var copy = copy(referral, found, now);
    var today = day(referral, now);
    var given =
        found.history().facts().stream()
            .anyMatch(
                fact -> fact instanceof Fact.CopyGiven && day(referral, fact.at()).equals(today));
    return given ? Ruling.leave(copy) : Ruling.record(new Fact.CopyGiven(now), copy);
  }

  private static LocalDate day(Referral referral, Instant at) {
    return LocalDate.ofInstant(at, referral.particulars().terms().zone());
  }

  private static Copy copy(Referral referral, Found found, Instant now) {
    var particulars = referral.particulars();
    return new Copy(
        now,
        ReadInvitation.shown(referral, found.background()),
        particulars,
        day(referral, particulars.findableUntil()),
        Timeline.ofCandidate(found.history().facts()),
        employments(referral));
  }

  private static Map<HrNumber, Employment> employments(Referral referral) {
    var hire =
        switch (referral) {
          case Employed employed -> Optional.of(employed.hire());
          case Held held -> Optional.of(held.hire());
          case Referral.Open _, Referral.Ended _ -> Optional.<Referral.Hire>empty();
        };
    return hire.map(
            known -> {
              var all = new HashMap<>(known.others());
              all.put(known.employee(), known.employment());
              return Map.copyOf(all);
            })
        .orElse(Map.of());
  }
}
