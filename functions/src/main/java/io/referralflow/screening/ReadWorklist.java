package io.referralflow.screening;

import io.referralflow.candidate.Candidate;
import io.referralflow.port.Candidates;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Passage;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.Optional;

/// Lists what waits for a recruiter or a programme manager, oldest first.
public final class ReadWorklist {

  private final Referrals referrals;
  private final Candidates candidates;

  public ReadWorklist(Referrals referrals, Candidates candidates) {
    this.referrals = referrals;
    this.candidates = candidates;
  }

  /// A referral that waits for a person.
  ///
  /// @param candidateName empty once the name may not be shown any more
  /// @param passage the phase that it is in, while no hire is reported
  public record Item(
      ReferralId id,
      Optional<String> candidateName,
      VacancyId vacancy,
      WaitsFor waitsFor,
      Instant since,
      Optional<Passage> passage) {}

  /// What it waits for.
  public enum WaitsFor {
    DECISION,
    HIRE,
    SETTLEMENT
  }

  public Page<Item> execute(Page.Request request) {
    var page = referrals.worklist(request);
    var waiting = page.items().stream().map(Snapshot::referral).toList();
    var names =
        candidates.findAll(
            waiting.stream()
                .filter(referral -> referral.dossier().nameStands())
                .map(Referral::id)
                .toList());
    var items =
        waiting.stream()
            .flatMap(referral ->
                item(referral, Optional.ofNullable(names.get(referral.id())).map(Candidate::name))
                    .stream())
            .toList();
    return new Page<>(items, page.next());
  }

  private static Optional<Item> item(Referral referral, Optional<String> name) {
    return switch (referral) {
      case Referral.Screening waiting ->
          Optional.of(item(referral, name, WaitsFor.DECISION, waiting.since()));
      case Referral.Hiring waiting ->
          Optional.of(item(referral, name, WaitsFor.HIRE, waiting.since()));
      case Referral.Held waiting ->
          Optional.of(item(referral, name, WaitsFor.SETTLEMENT, waiting.since()));
      case Referral.Invited _, Referral.Employed _, Referral.Ended _ -> Optional.empty();
    };
  }

  private static Item item(
      Referral referral, Optional<String> name, WaitsFor waitsFor, Instant since) {
    return new Item(
        referral.id(),
        name,
        referral.particulars().vacancy(),
        waitsFor,
        since,
        Passage.now(referral));
  }
}
