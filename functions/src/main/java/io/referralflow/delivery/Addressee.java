package io.referralflow.delivery;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.message.Notice;
import io.referralflow.port.Backgrounds.Background;
import io.referralflow.programme.ThankYou;
import io.referralflow.referral.Owed;
import io.referralflow.referral.Referral;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.Employee;
import java.util.Optional;
import java.util.function.BiFunction;

/// Who receives a letter.
record Addressee(Email email, String name, Language language) {

  /// The person a letter goes to; empty when their data is gone.
  ///
  /// @param manager finds who thanks a referrer
  static Optional<Addressee> of(
      Notice notice,
      Referral referral,
      Background background,
      BiFunction<Employee, ThankYou, Optional<Colleague>> manager) {
    return switch (notice.kind().recipient()) {
      case CANDIDATE ->
          background.candidate().map(who -> new Addressee(who.email(), who.name(), who.language()));
      case REFERRER ->
          background.referrer().map(who -> new Addressee(who.email(), who.name(), who.language()));
      case FINANCE -> {
        var settings =
            background
                .settings()
                .orElseThrow(() -> new IllegalStateException("The programme has no settings"));
        yield Optional.of(
            new Addressee(settings.handsOut(kind(notice, referral)), "", settings.language()));
      }
      case MANAGER -> manager(background, manager).or(() -> programmeManager(background));
      case PROGRAMME_MANAGER -> programmeManager(background);
    };
  }

  private static Optional<Addressee> manager(
      Background background, BiFunction<Employee, ThankYou, Optional<Colleague>> manager) {
    return background
        .settings()
        .flatMap(settings ->
            settings
                .thankYou()
                .flatMap(known -> background.referrer().flatMap(who -> manager.apply(who, known)))
                .flatMap(found ->
                    found
                        .email()
                        .map(email ->
                            new Addressee(
                                email,
                                found.text(Detail.NAME).orElse(""),
                                found.language().orElse(settings.language())))));
  }

  private static Optional<Addressee> programmeManager(Background background) {
    return background
        .settings()
        .flatMap(settings ->
            settings
                .thankYou()
                .map(known -> new Addressee(known.escalateTo(), "", settings.language())));
  }

  /// The kind of reward that a notice is about; money where it is about none.
  static RewardKind kind(Notice notice, Referral referral) {
    return notice.instalment().isPresent()
        ? Owed.reward(referral)
            .instalment(notice.instalment().getAsInt())
            .map(Instalment::kind)
            .orElse(RewardKind.MONEY)
        : RewardKind.MONEY;
  }
}
