package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Publishes a new version of a programme's own terms. Those of a programme by which nobody refers
/// yet hold from now on; of a published one they are announced and hold once the settings' days of
/// notice have passed, or from a later moment (S34). Until then the organisation's terms hold, or
/// the programme's own of before (issue 5, part 1). Idempotent: what is in force or announced for
/// the programme already is not published again.
public final class PublishOwnTerms {

  private static final int TRIES = 10;

  private final Programmes programmes;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public PublishOwnTerms(Programmes programmes, WorkingDays workingDays, InstantSource clock) {
    this.programmes = programmes;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Publishing {
    /// What became of the terms, as of those of the organisation.
    record Judged(Publication publication) implements Publishing {}

    /// Nobody refers by the programme any more.
    record Retired() implements Publishing {}

    /// The programme has as many versions of its own as can be kept.
    record TooMany() implements Publishing {}

    record NotFound() implements Publishing {}
  }

  /// Publishes terms of a programme's own, unless they promise what the payroll's calendar cannot
  /// keep.
  ///
  /// @param effectiveFrom the moment for which they are announced; empty for the first that the
  ///   days of notice allow
  public Publishing execute(
      ProgrammeId id, Content content, Optional<Instant> effectiveFrom, EmployeeId by) {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var portfolio = programmes.portfolio();
      var before = portfolio.find(id);
      if (before.isEmpty()) {
        return new Publishing.NotFound();
      }
      var tried = attempt(portfolio, before.get(), content, effectiveFrom, by);
      if (tried.isPresent()) {
        return tried.get();
      }
    }
    throw new IllegalStateException("Others kept publishing terms at the same moment");
  }

  /// Empty when others changed something at the same moment.
  private Optional<Publishing> attempt(
      Portfolio portfolio,
      Programme programme,
      Content content,
      Optional<Instant> effectiveFrom,
      EmployeeId by) {
    var now = clock.instant();
    if (programme.status() == Programme.Status.RETIRED) {
      return Optional.of(new Publishing.Retired());
    }
    var own = inForce(programme, now);
    var organisations = programmes.terms(now);
    var before =
        programme.status() == Programme.Status.PUBLISHED
            ? own.or(() -> organisations)
            : Optional.<Terms>empty();
    var proposal = Proposal.of(content, effectiveFrom, before, programmes, now);
    var same = proposal.sameAs(programmes.ownUpcoming(programme.id(), now).or(() -> own));
    if (same.isPresent()) {
      return same.map(it -> new Publishing.Judged(new Publication.Published(it, false)));
    }
    var refused = proposal.refusal(workingDays);
    if (refused.isPresent()) {
      return refused.map(Publishing.Judged::new);
    }
    if (programme.terms().size() >= Programme.MOST_TERMS) {
      return Optional.of(new Publishing.TooMany());
    }
    var ofAll = programmes.upcoming(now).or(() -> organisations);
    var next = proposal.as(PublishTerms.newestVersion(ofAll, portfolio) + 1);
    var changed = programme.promising(next.version(), by);
    return programmes.publishOwn(portfolio.with(changed), changed, next, by)
        ? Optional.of(new Publishing.Judged(new Publication.Published(next, true)))
        : Optional.empty();
  }

  private Optional<Terms> inForce(Programme programme, Instant now) {
    return Optional.ofNullable(
        programmes.ownTerms(List.of(programme.id()), now).get(programme.id()));
  }
}
