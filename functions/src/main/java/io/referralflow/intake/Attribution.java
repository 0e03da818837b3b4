package io.referralflow.intake;

import io.referralflow.eligibility.Credit;
import io.referralflow.hire.Report;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.Division;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.Referral.Held;
import io.referralflow.referral.Referral.Open;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of a person's referrals get a hire: the one that got an earlier hire of the same person;
/// else one for the named vacancy before others, one that had not ended before one that had, and
/// one of which nothing is in doubt before one that was submitted after the hire or whose candidate
/// was known. Among equals the written rule for several referrers decides, as the terms of the
/// earliest of them have it (S28); equals that are in doubt or had ended are not divided, but told
/// apart by the lowest receipt number.
///
/// @param lead the referral that the HR number is linked to: the first of those that earn
/// @param parts those that earn together; the lead alone where nothing is divided
record Attribution(Referral lead, List<Division.Part> parts) {

  private static final Comparator<Referral> BY_RECEIPT =
      Comparator.comparingLong(referral -> referral.particulars().receiptNumber());

  Attribution {
    parts = List.copyOf(parts);
  }

  static Optional<Attribution> of(
      List<Referral> referrals, Report.Hired hire, Optional<VacancyId> vacancy) {
    var hiredAt = hire.stamp().occurredAt();
    var rank =
        Comparator.<Referral, Boolean>comparing(referral -> !hasHire(referral))
            .thenComparing(referral -> !named(referral, vacancy))
            .thenComparing(referral -> !(referral instanceof Open))
            .thenComparing(referral -> isDoubtful(referral, hire));
    var able =
        referrals.stream()
            .filter(referral -> mayGet(referral, hiredAt))
            .sorted(rank.thenComparing(BY_RECEIPT))
            .toList();
    return able.stream()
        .findFirst()
        .map(first -> {
          var equals = able.stream().filter(other -> rank.compare(first, other) == 0).toList();
          return first instanceof Open && !isDoubtful(first, hire)
              ? credited(equals, hire)
              : alone(first);
        });
  }

  /// The attribution to referrals of which nothing is in doubt, in the order of their receipts.
  private static Attribution credited(List<Referral> equals, Report.Hired hire) {
    var first = equals.getFirst();
    return switch (first.particulars().terms().rules().credit()) {
      case Credit.LowestReceipt _ -> alone(first);
      case Credit.LastBeforeApplication _ ->
          alone(
              hire.background()
                  .appliedOn()
                  .flatMap(day -> lastUntil(equals, day))
                  .orElseGet(
                      () -> hire.background().appliedOn().isPresent() ? first : equals.getLast()));
      case Credit.SplitEqually _ -> divided(equals, equals.stream().map(_ -> 1).toList());
      case Credit.SplitByShares(var percentages) -> divided(equals, percentages);
    };
  }

  private static Optional<Referral> lastUntil(List<Referral> equals, LocalDate day) {
    return equals.reversed().stream()
        .filter(referral -> !referral.particulars().submittedOn().isAfter(day))
        .findFirst();
  }

  private static Attribution alone(Referral winner) {
    return new Attribution(winner, List.of(new Division.Part(winner.id(), 1)));
  }

  private static Attribution divided(List<Referral> equals, List<Integer> weights) {
    var parts = new ArrayList<Division.Part>();
    for (var i = 0; i < Math.min(equals.size(), weights.size()); i++) {
      parts.add(new Division.Part(equals.get(i).id(), weights.get(i)));
    }
    return new Attribution(equals.getFirst(), parts);
  }

  /// The division of the reward; empty where the lead earns it alone.
  Optional<Division> division() {
    return parts.size() > 1 ? Optional.of(new Division(parts)) : Optional.empty();
  }

  /// Whether a hire can be attributed to a referral at all. The day on which it happened decides,
  /// not the one on which HR says so.
  static boolean mayGet(Referral referral, Instant hiredAt) {
    return switch (referral) {
      case Open _,
          Referral.Declined _,
          Referral.Rejected _,
          Referral.Expired _,
          Referral.Lapsed _ ->
          referral.particulars().eligibleUntil().isAfter(hiredAt);
      case Employed _, Held _ -> true;
      case Referral.Withdrawn _, Referral.AlreadyKnown _, Referral.NotEligible _ -> false;
    };
  }

  private static boolean isDoubtful(Referral referral, Report.Hired hire) {
    var particulars = referral.particulars();
    var background = hire.background();
    return particulars.submittedAt().isAfter(hire.stamp().occurredAt())
        || particulars
            .terms()
            .rules()
            .isKnown(
                particulars.submittedOn(), background.appliedOn(), background.lastEmployedOn());
  }

  private static boolean hasHire(Referral referral) {
    return referral instanceof Employed || referral instanceof Held;
  }

  private static boolean named(Referral referral, Optional<VacancyId> vacancy) {
    return vacancy.filter(referral.particulars().vacancy()::equals).isPresent();
  }
}
