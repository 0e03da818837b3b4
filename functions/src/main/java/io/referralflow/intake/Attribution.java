package io.referralflow.intake;

import io.referralflow.hire.Report;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of a person's referrals gets a hire: the one that got an earlier hire of the same person;
/// else one for the named vacancy before others, one that had not ended before one that had, one
/// submitted before the hire before a later one, and then the lowest receipt number (S28).
final class Attribution {

  private Attribution() {}

  static Optional<Referral> winner(
      List<Referral> referrals, Report.Hired hire, Optional<VacancyId> vacancy) {
    var hiredAt = hire.stamp().occurredAt();
    return referrals.stream()
        .filter(referral -> mayGet(referral, hiredAt))
        .min(
            Comparator.<Referral, Boolean>comparing(Attribution::hasHire)
                .reversed()
                .thenComparing(referral -> !named(referral, vacancy))
                .thenComparing(referral -> !(referral instanceof Open))
                .thenComparing(referral -> referral.particulars().submittedAt().isAfter(hiredAt))
                .thenComparingLong(referral -> referral.particulars().receiptNumber()));
  }

  /// Whether a hire can be attributed to a referral at all.
  static boolean mayGet(Referral referral, Instant hiredAt) {
    return switch (referral) {
      case Open _, Referral.Declined _, Referral.Rejected _, Referral.Expired _ ->
          stillEligible(referral, hiredAt);
      case Employed _, Held _ -> true;
      case Referral.Withdrawn _, Referral.AlreadyKnown _, Referral.NotEligible _ -> false;
    };
  }

  private static boolean stillEligible(Referral referral, Instant hiredAt) {
    var terms = referral.particulars().terms();
    return referral
        .particulars()
        .submittedAt()
        .atZone(terms.zone())
        .plusMonths(terms.eligibilityMonths())
        .toInstant()
        .isAfter(hiredAt);
  }

  private static boolean hasHire(Referral referral) {
    return referral instanceof Employed || referral instanceof Held;
  }

  private static boolean named(Referral referral, Optional<VacancyId> vacancy) {
    return vacancy.filter(referral.particulars().vacancy()::equals).isPresent();
  }
}
