package io.referralflow.tests.journey;

import io.referralflow.tests.journey.door.Candidate;
import io.referralflow.tests.journey.door.Clock;
import io.referralflow.tests.journey.door.Door;
import io.referralflow.tests.journey.door.HrMessage;
import io.referralflow.tests.journey.door.HrSystem;
import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Person;
import io.referralflow.tests.journey.door.Referral;
import io.referralflow.tests.journey.door.Shown;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/// What every journey begins with: the stack, a morning, and somebody who has not been referred
/// yet.
@Tag("stack")
abstract class Journey {

  final LocalStack stack = LocalStack.shared();
  final Door door = stack.door();
  final HrSystem hr = stack.hr();
  final Clock clock = stack.clock();

  Candidate sam = door.somebody("Sam Sample");
  LocalDate today = LocalDate.EPOCH;

  @BeforeEach
  final void a_morning() {
    today = clock.morning();
    sam = door.somebody("Sam Sample");
  }

  /// Emma referred the candidate, who said yes.
  final Referral inScreening() {
    var referral = door.emma().refers(sam);
    sam.accepts();
    return referral;
  }

  /// Emma referred the candidate, who said yes, and passed the screening.
  final Referral inHiring() {
    var referral = inScreening();
    door.ruben().advances(referral);
    return referral;
  }

  final HrMessage hired(Referral referral, LocalDate start) {
    return hr.hired(employee(referral), referral.candidate(), start);
  }

  /// The HR number that the candidate of a referral gets.
  static String employee(Referral referral) {
    return "E-" + referral.id();
  }

  /// Waits until somebody is shown an instalment.
  static Shown seesMoney(Person person, Referral referral, String line) {
    return Patience.until(() -> person.sees(referral), shown -> shown.money().contains(line));
  }

  /// What somebody was mailed about a referral, by the first part of the address, once nothing is
  /// on its way.
  final List<String> mailsTo(String who, Referral referral) {
    clock.rest();
    return stack.inbox().about(referral).stream()
        .map(mail -> mail.line())
        .filter(line -> line.startsWith(who + ":"))
        .map(line -> line.substring(who.length() + 2))
        .toList();
  }

  /// What the candidate of a referral was mailed, once nothing is on its way.
  final List<String> mailsToCandidate(Referral referral) {
    clock.rest();
    return stack.inbox().to(referral.candidate().email()).stream()
        .map(mail -> mail.subject())
        .toList();
  }
}
