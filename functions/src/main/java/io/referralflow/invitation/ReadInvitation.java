package io.referralflow.invitation;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.port.Snapshot;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Referral;
import io.referralflow.referral.Retention;
import io.referralflow.referral.StateName;
import io.referralflow.staff.Employee;
import java.time.LocalDate;
import java.util.Optional;

/// Shows the candidate who named them, all that is stored about them, and how long.
public final class ReadInvitation {

  private final Referrals referrals;
  private final Backgrounds backgrounds;
  private final Seals seals;

  public ReadInvitation(Referrals referrals, Backgrounds backgrounds, Seals seals) {
    this.referrals = referrals;
    this.backgrounds = backgrounds;
    this.seals = seals;
  }

  /// What the candidate may know.
  ///
  /// @param contact whom to ask about personal data; empty before there are settings
  /// @param stored all that is stored; empty once it has been deleted
  /// @param feedback what the candidate chose; empty before the answer
  /// @param keep what the candidate chose; empty before the answer
  /// @param keptUntil the last day of keeping if nothing more happens; empty when the data is gone
  public record Invitation(
      StateName state,
      String organisation,
      Optional<Email> contact,
      String referrerName,
      Vacancy vacancy,
      Optional<Candidate> stored,
      Optional<Feedback> feedback,
      Optional<Keep> keep,
      Optional<LocalDate> keptUntil) {}

  /// The invitation of a token; empty when the token is wrong, forged or revoked.
  public Optional<Invitation> execute(String token) {
    return seals
        .opened(token)
        .flatMap(invitation ->
            referrals.find(invitation.referral()).map(Snapshot::referral).filter(invitation::opens))
        .map(referral -> shown(referral, around(referral)));
  }

  private Background around(Referral referral) {
    var particulars = referral.particulars();
    return backgrounds.of(referral.id(), particulars.referrer(), particulars.vacancy());
  }

  static Invitation shown(Referral referral, Background background) {
    var vacancy =
        background
            .vacancy()
            .orElseThrow(() -> new IllegalStateException("A referral's vacancy is gone"));
    var answered =
        !(referral instanceof Referral.Invited
            || referral instanceof Referral.Declined
            || referral instanceof Referral.Expired);
    return new Invitation(
        StateName.of(referral),
        background.settings().map(Settings::organisation).orElse(""),
        background.settings().map(Settings::privacyContact),
        background.referrer().map(Employee::name).orElse(""),
        vacancy,
        background.candidate(),
        answered ? Optional.of(referral.dossier().feedback()) : Optional.empty(),
        answered ? Optional.of(referral.dossier().keep()) : Optional.empty(),
        Retention.keptUntil(referral));
  }
}
