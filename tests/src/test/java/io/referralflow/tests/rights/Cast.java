package io.referralflow.tests.rights;

import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The people of the policy, by what it calls them: a relation to Emma's referral of Sam, and the
/// letters of the roles.
final class Cast {

  static final Caller EMMA = People.EMMA;
  static final Caller JORIS = People.JORIS;
  static final Caller RUBEN = People.RUBEN;
  static final Caller PETRA = People.PETRA;
  static final Caller FATIMA = People.FATIMA;
  static final Caller KARIN = People.caller("karin", "Karin Dekker", "HR-0007");

  /// Everybody who can stand in the table of calls about one referral.
  static final List<String> ABOUT_A_REFERRAL =
      List.of(
          "nobody",
          "candidate",
          "referrer",
          "referrer R",
          "referrer F",
          "referrer P",
          "referrer RFP",
          "E",
          "R",
          "F",
          "P",
          "RF",
          "RP",
          "FP",
          "RFP",
          "rival",
          "rival R",
          "entered RF",
          "agreed FP");

  private Cast() {}

  /// Who is meant; empty for somebody without an account.
  static Optional<Caller> called(String name) {
    var words = name.split(" ", 2);
    var roles = roles(words[words.length - 1]);
    return switch (words[0]) {
      case "nobody", "candidate" -> Optional.empty();
      case "referrer" -> Optional.of(People.as(EMMA, roles));
      case "rival" -> Optional.of(People.as(JORIS, roles));
      case "entered" -> Optional.of(People.as(RUBEN, roles));
      case "agreed" -> Optional.of(People.as(PETRA, roles));
      default -> Optional.of(People.as(KARIN, roles));
    };
  }

  private static Role[] roles(String letters) {
    var roles = EnumSet.noneOf(Role.class);
    if (letters.matches("[RFPO]+")) {
      letters
          .chars()
          .forEach(letter ->
              roles.add(
                  switch (letter) {
                    case 'R' -> Role.RECRUITER;
                    case 'F' -> Role.FINANCE;
                    case 'O' -> Role.OUTSIDE_REFERRER;
                    default -> Role.PROGRAMME_MANAGER;
                  }));
    }
    return roles.toArray(Role[]::new);
  }
}
