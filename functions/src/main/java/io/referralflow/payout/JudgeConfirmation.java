package io.referralflow.payout;

import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.PayoutReference;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says which rules refuse a confirmation that has wrong fields as well, judging what of it can be
/// read: whoever fills in the form learns all that is wrong with it at once. Writes nothing.
public final class JudgeConfirmation {

  private final Referrals referrals;
  private final InstantSource clock;

  public JudgeConfirmation(Referrals referrals, InstantSource clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  /// A rule that a confirmation breaks by itself.
  public enum Rule {
    IN_THE_FUTURE,
    WRONG_REFERENCE
  }

  /// The rules that it breaks; none for a payout that does not exist.
  ///
  /// @param paidOn empty when it cannot be read
  /// @param reference empty when it cannot be read
  public List<Rule> execute(
      ReferralId referral, int instalment, Optional<LocalDate> paidOn, Optional<String> reference) {
    return referrals
        .find(referral)
        .map(Snapshot::referral)
        .map(found -> broken(found.particulars(), instalment, paidOn, reference))
        .orElse(List.of());
  }

  private List<Rule> broken(
      Particulars particulars,
      int instalment,
      Optional<LocalDate> paidOn,
      Optional<String> reference) {
    var rules = new ArrayList<Rule>();
    if (particulars.terms().reward().instalment(instalment).isEmpty()) {
      return rules;
    }
    var now = clock.instant();
    if (paidOn.filter(day -> isAhead(particulars, day, now)).isPresent()) {
      rules.add(Rule.IN_THE_FUTURE);
    }
    if (reference.filter(text -> isOther(particulars, instalment, text)).isPresent()) {
      rules.add(Rule.WRONG_REFERENCE);
    }
    return rules;
  }

  static boolean isAhead(Particulars particulars, LocalDate paidOn, Instant now) {
    return paidOn.isAfter(LocalDate.ofInstant(now, particulars.terms().zone()));
  }

  static boolean isOther(Particulars particulars, int instalment, String reference) {
    return !PayoutReference.of(particulars.receiptNumber(), instalment).equals(reference);
  }
}
