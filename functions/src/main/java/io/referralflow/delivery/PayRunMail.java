package io.referralflow.delivery;

import io.referralflow.letter.LetterKind;
import io.referralflow.message.Notice;
import io.referralflow.message.ProgrammeNotice.PayRunClosed;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.PayoutMail;
import io.referralflow.programme.Settings;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.Payment;
import io.referralflow.reward.RewardKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The mail by which finance hears of a whole pay run, where the settings ask for that.
///
/// @param dueAt when it is sent
record PayRunMail(PayRunClosed notice, Instant dueAt) {

  /// What was released on the last day has this long to reach finance's lists.
  private static final Duration AFTER_CUT_OFF = Duration.ofHours(1);

  /// The mail that tells of the payout a notice is about: empty where the payout has a mail of its
  /// own, since the settings say so, somebody else hands it out, no run takes it in, or its run has
  /// closed already. A warning that a payout is not confirmed yet would come before the mail that
  /// asks for it, which warns as well.
  static Optional<PayRunMail> of(
      Notice notice, Referral referral, Settings settings, WorkingDays workingDays, Instant now) {
    var isToldByRun =
        asksForPayment(notice, referral)
            && settings.payoutMail() == PayoutMail.PER_RUN
            && tells(Addressee.kind(notice, referral), settings);
    return isToldByRun
        ? run(notice, referral, workingDays)
            .filter(run -> !settings.day(now).isAfter(run.cutOff()))
            .map(run ->
                new PayRunMail(
                    new PayRunClosed(run.payDay(), run.cutOff()),
                    run.cutOff()
                        .plusDays(1)
                        .atStartOfDay(settings.zone())
                        .toInstant()
                        .plus(AFTER_CUT_OFF)))
        : Optional.empty();
  }

  private static boolean asksForPayment(Notice notice, Referral referral) {
    return notice.kind() == LetterKind.PAYOUT
        || (notice.kind() == LetterKind.PROMISE_NEAR
            && payment(notice, referral).filter(it -> it.heldBecause().isEmpty()).isPresent());
  }

  /// Whether a kind of reward is told by a run's mail: what finance itself pays or hands out.
  static boolean tells(RewardKind kind, Settings settings) {
    return kind != RewardKind.POINTS && settings.handsOut(kind).equals(settings.financeEmail());
  }

  private static Optional<PayRun> run(Notice notice, Referral referral, WorkingDays workingDays) {
    var payroll = referral.particulars().terms().promise().payroll();
    return payment(notice, referral)
        .flatMap(payment ->
            payroll
                .map(calendar -> calendar.runFor(payment.dueOn(), workingDays))
                .filter(run -> payment.promisedOn().equals(run.payDay())));
  }

  private static Optional<Payment> payment(Notice notice, Referral referral) {
    return notice.instalment().isPresent() && referral instanceof Employed employed
        ? employed.hire().payment(notice.instalment().getAsInt())
        : Optional.empty();
  }
}
