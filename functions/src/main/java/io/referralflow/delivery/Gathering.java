package io.referralflow.delivery;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.letter.LetterFacts;
import io.referralflow.letter.LetterInstalment;
import io.referralflow.letter.LetterKind;
import io.referralflow.letter.Recipient;
import io.referralflow.message.Notice;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.Seals;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Outcome;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Referral.Employed;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Retention;
import io.referralflow.referral.Stage;
import io.referralflow.referral.View;
import io.referralflow.reward.Payment;
import io.referralflow.reward.PayoutReference;
import io.referralflow.staff.Employee;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Gathers what a letter may tell, no more than its recipient may know.
final class Gathering {

  private final Seals seals;
  private final WorkingDays workingDays;
  private final URI site;

  Gathering(Seals seals, WorkingDays workingDays, URI site) {
    this.seals = seals;
    this.workingDays = workingDays;
    this.site = site;
  }

  LetterFacts facts(
      Referral referral, Notice notice, Background background, Addressee addressee, Instant now) {
    var particulars = referral.particulars();
    var zone = particulars.terms().zone();
    var facts =
        LetterFacts.about(
                addressee.language(),
                background.settings().map(Settings::organisation).orElse(""),
                addressee.name(),
                background.referrer().map(Employee::name).orElse(""),
                background.vacancy().map(Vacancy::title).orElse(""),
                particulars.receiptNumber())
            .link(link(notice.kind().recipient(), referral))
            .receivedAt(particulars.submittedAt().atZone(zone))
            .answerBy(particulars.answerBy())
            .keptUntil(keptUntil(referral))
            .startsOn(startsOn(referral))
            .instalments(instalments(referral, notice.kind().recipient(), now))
            .taxLabel(taxLabel(referral, notice, background))
            .privacyContact(background.settings().map(Settings::privacyContact).map(Email::value));
    if (notice.kind().recipient() == Recipient.REFERRER && referral.dossier().nameStands()) {
      var _ = facts.candidate(background.candidate().map(Candidate::name));
    }
    payout(notice)
        .ifPresent(number -> {
          var _ = facts.payout(number, PayoutReference.of(particulars.receiptNumber(), number));
          paidOn(referral, number)
              .ifPresent(day -> {
                var _ = facts.paidOn(day);
              });
        });
    var _ = facts.ending(stage(referral, notice.kind()), reason(referral, notice.kind()));
    if (notice.kind() == LetterKind.ENDED && earnsNothing(referral)) {
      var _ = facts.appealDays(particulars.terms().rules().appealDays());
    }
    return facts.build();
  }

  /// How payroll treats what the notice asks finance for.
  private static Optional<String> taxLabel(
      Referral referral, Notice notice, Background background) {
    return background
        .settings()
        .flatMap(settings -> settings.taxLabel(Addressee.kind(notice, referral)));
  }

  private static OptionalInt payout(Notice notice) {
    return notice.kind() == LetterKind.PLAN_CHANGED ? OptionalInt.empty() : notice.instalment();
  }

  private URI link(Recipient recipient, Referral referral) {
    var page =
        switch (recipient) {
          case CANDIDATE ->
              "invitation/" + seals.invitation(referral.id(), referral.particulars().generation());
          case REFERRER -> "referrals/" + referral.id().value();
          case FINANCE -> "payouts";
          case MANAGER, PROGRAMME_MANAGER -> "thanks/" + referral.id().value();
        };
    return URI.create(site + "/#/" + page);
  }

  private static Optional<LocalDate> keptUntil(Referral referral) {
    return referral.dossier().withdrawnAt().isPresent()
        ? Optional.empty()
        : Retention.keptUntil(referral);
  }

  private static Optional<LocalDate> startsOn(Referral referral) {
    return referral instanceof Employed employed
        ? Optional.of(employed.hire().employment().start().value())
        : Optional.empty();
  }

  private List<LetterInstalment> instalments(Referral referral, Recipient recipient, Instant now) {
    var shown =
        recipient == Recipient.REFERRER
            ? View.instalmentsForReferrer(referral, now, workingDays)
            : View.trueInstalments(referral, workingDays);
    return shown.stream()
        .map(line ->
            new LetterInstalment(
                line.instalment().number(),
                line.instalment().milestone(),
                line.instalment().amount(),
                line.dueOn(),
                line.promisedOn(),
                line.state(),
                line.instalment().benefit()))
        .toList();
  }

  private static Optional<LocalDate> paidOn(Referral referral, int instalment) {
    return referral instanceof Employed employed
        ? employed.hire().payment(instalment).flatMap(Payment::paidOn)
        : Optional.empty();
  }

  /// A candidate hears all of their own rejection; a referrer what the candidate allowed.
  private static Optional<Stage> stage(Referral referral, LetterKind kind) {
    return kind == LetterKind.ENDED ? told(referral).stage() : Optional.empty();
  }

  private static Optional<RejectionReason> reason(Referral referral, LetterKind kind) {
    return switch (kind) {
      case ENDED -> told(referral).reason();
      case REJECTED ->
          referral instanceof Referral.Rejected rejected
              ? Optional.of(rejected.reason())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Whether a hire earns the referrer nothing by a rule, of which the page tells and against which
  /// they may appeal.
  private static boolean earnsNothing(Referral referral) {
    return referral instanceof Referral.NotEligible || referral instanceof Referral.AlreadyKnown;
  }

  private static Outcome told(Referral referral) {
    return Outcome.of(referral, referral.dossier().feedback());
  }
}
