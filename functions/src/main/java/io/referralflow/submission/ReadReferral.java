package io.referralflow.submission;

import io.referralflow.candidate.Candidate;
import io.referralflow.port.Candidates;
import io.referralflow.port.Employees;
import io.referralflow.port.History;
import io.referralflow.port.Referrals;
import io.referralflow.port.WorkingDays;
import io.referralflow.referral.Passage;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.View;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Reads one referral: as its referrer may see it, or the truth for a recruiter or programme
/// manager. Who referred it sees it as its referrer, whatever else they are.
public final class ReadReferral {

  private final Referrals referrals;
  private final Candidates candidates;
  private final Employees employees;
  private final WorkingDays workingDays;
  private final InstantSource clock;

  public ReadReferral(
      Referrals referrals,
      Candidates candidates,
      Employees employees,
      WorkingDays workingDays,
      InstantSource clock) {
    this.referrals = referrals;
    this.candidates = candidates;
    this.employees = employees;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /// What the caller may see.
  public sealed interface Reading {
    /// As the referrer sees it.
    record Own(Referral referral, View view, Optional<String> candidateName) implements Reading {}

    /// As recruiters see it.
    ///
    /// @param candidate empty once the personal data is gone
    /// @param passages the phases that it came through
    record Whole(
        Referral referral,
        View view,
        List<Passage> passages,
        Optional<Candidate> candidate,
        String referrerName)
        implements Reading {
      public Whole {
        passages = List.copyOf(passages);
      }
    }

    /// There is no such referral, or it is another's.
    record NotFound() implements Reading {}
  }

  public Reading execute(Caller caller, ReferralId id) {
    var found = referrals.read(id);
    if (found.isEmpty()) {
      return new Reading.NotFound();
    }
    var referral = found.get().snapshot().referral();
    var facts = found.get().facts();
    var candidate =
        referral.dossier().nameStands() ? candidates.find(id) : Optional.<Candidate>empty();
    if (caller.employee().is(referral.particulars().referrer())) {
      var view = View.forReferrer(referral, facts, clock.instant(), workingDays);
      return new Reading.Own(
          referral, thanked(view, found.get(), false), candidate.map(Candidate::name));
    }
    if (!caller.hasAny(Role.RECRUITER, Role.PROGRAMME_MANAGER)) {
      return new Reading.NotFound();
    }
    var view = View.forRecruiter(referral, facts, workingDays);
    return new Reading.Whole(
        referral,
        thanked(view, found.get(), true),
        Passage.of(referral, facts),
        candidate,
        employees.find(referral.particulars().referrer()).map(each -> each.name()).orElse(""));
  }

  private static View thanked(View view, History history, boolean whole) {
    return history.recognition().map(known -> view.with(known, whole)).orElse(view);
  }
}
