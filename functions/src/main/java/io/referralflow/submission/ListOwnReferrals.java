package io.referralflow.submission;

import io.referralflow.candidate.Candidate;
import io.referralflow.port.Candidates;
import io.referralflow.port.OwnLists;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Disclosure;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Employee;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/// Lists the caller's own referrals, newest first: by one query and one batch read of names for
/// each id under which they may be the caller's, and one query more for each where a page ends
/// between them.
public final class ListOwnReferrals {

  private static final Comparator<Snapshot> NEWEST_FIRST =
      Comparator.comparing((Snapshot each) -> each.referral().particulars().submittedAt())
          .thenComparing(each -> each.referral().id().value())
          .reversed();

  private final Referrals referrals;
  private final Candidates candidates;
  private final InstantSource clock;

  public ListOwnReferrals(Referrals referrals, Candidates candidates, InstantSource clock) {
    this.referrals = referrals;
    this.candidates = candidates;
    this.clock = clock;
  }

  /// A line of the list.
  ///
  /// @param candidateName empty once the name may not be shown any more
  public record Line(Particulars particulars, StateName state, Optional<String> candidateName) {}

  public Page<Line> execute(Employee referrer, Page.Request request) {
    var now = clock.instant();
    var page = owned(referrer, request);
    var named =
        page.items().stream()
            .map(Snapshot::referral)
            .filter(referral -> referral.dossier().nameStands())
            .map(Referral::id)
            .toList();
    var names = candidates.findAll(named);
    var lines =
        page.items().stream()
            .map(Snapshot::referral)
            .map(referral ->
                new Line(
                    referral.particulars(),
                    Disclosure.stateForReferrer(referral, now),
                    Optional.ofNullable(names.get(referral.id())).map(Candidate::name)))
            .toList();
    return new Page<>(lines, page.next());
  }

  private Page<Snapshot> owned(Employee referrer, Page.Request request) {
    return new OwnLists<>(referrer.ids(), referrals::ownedBy, NEWEST_FIRST).page(request);
  }
}
