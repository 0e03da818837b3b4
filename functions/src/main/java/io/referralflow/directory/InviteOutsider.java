package io.referralflow.directory;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Accounts;
import io.referralflow.port.Directory;
import io.referralflow.port.Seals;
import io.referralflow.staff.EmployeeId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Invites former staff or an outside relation to refer (S2, S84-S86): they get an account in the
/// group of outside referrers and a mail that says how to sign in, and stand in the directory with
/// their kind, so that the parity report counts them as what they are (S33). The account comes
/// first: whoever is in the directory was invited. Idempotent: one address has one number, and who
/// was invited before gets no second mail.
public final class InviteOutsider {

  private final Directory directory;
  private final SaveColleague saveColleague;
  private final Accounts accounts;
  private final Seals seals;
  private final InstantSource clock;

  public InviteOutsider(
      Directory directory,
      SaveColleague saveColleague,
      Accounts accounts,
      Seals seals,
      InstantSource clock) {
    this.directory = directory;
    this.saveColleague = saveColleague;
    this.accounts = accounts;
    this.seals = seals;
    this.clock = clock;
  }

  /// Whom a programme manager invites.
  ///
  /// @param kind former or outside
  public record Outsider(String name, Email email, Contract kind, Language language) {

    public Outsider {
      if (kind != Contract.FORMER && kind != Contract.OUTSIDE) {
        throw new IllegalArgumentException("Nobody of the organisation is invited");
      }
    }

    private Map<Detail, Optional<String>> details() {
      var details = new EnumMap<Detail, Optional<String>>(Detail.class);
      details.put(Detail.NAME, Optional.of(name));
      details.put(Detail.EMAIL, Optional.of(email.value()));
      details.put(Detail.CONTRACT, Optional.of(kind.name().toLowerCase(Locale.ROOT)));
      details.put(Detail.LANGUAGE, Optional.of(language.tag()));
      return details;
    }

    /// Never personal data: it must not reach a log by accident.
    @Override
    public String toString() {
      return "Outsider[" + kind + "]";
    }
  }

  /// What became of it.
  public sealed interface Inviting {
    /// Invited now or before.
    record Invited(Colleague outsider, boolean isNew) implements Inviting {}

    /// The directory knows this address as that of somebody else who has not left.
    record InDirectory() implements Inviting {}

    /// Somebody signs in with this address already.
    record Taken() implements Inviting {}

    /// Such an address cannot be invited.
    record AddressRefused() implements Inviting {}

    /// Nobody knows how far it came; the same again settles it.
    record Unknown() implements Inviting {}
  }

  public Inviting execute(EmployeeId by, Outsider outsider) {
    var number = HrNumber.invited(seals.digest("outside-referrer:" + outsider.email().value()));
    var known = directory.at(seals.person(outsider.email()));
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (known.stream().anyMatch(each -> !each.isOutside() && !each.hasLeftBy(today))) {
      return new Inviting.InDirectory();
    }
    var before = known.stream().filter(each -> each.number().equals(number)).findFirst();
    if (before.isPresent()) {
      return new Inviting.Invited(written(by, before.get(), outsider), false);
    }
    return switch (accounts.open(number, outsider.name(), outsider.email())) {
      case OPEN ->
          new Inviting.Invited(
              saveColleague.execute(by, number, outsider.details()).colleague(), true);
      case TAKEN -> new Inviting.Taken();
      case REFUSED -> new Inviting.AddressRefused();
      case UNKNOWN -> new Inviting.Unknown();
    };
  }

  private Colleague written(EmployeeId by, Colleague before, Outsider outsider) {
    var isSame =
        outsider.details().entrySet().stream()
            .allMatch(said -> before.text(said.getKey()).equals(said.getValue()));
    return isSame
        ? before
        : saveColleague.execute(by, before.number(), outsider.details()).colleague();
  }
}
