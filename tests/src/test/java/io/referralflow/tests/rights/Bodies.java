package io.referralflow.tests.rights;

import io.referralflow.scenario.Programme;
import io.referralflow.tests.contract.Calls;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What is sent with a call so that only rights and states can refuse it. Where nothing is said
/// here it is the contract's first example.
final class Bodies {

  private Bodies() {}

  /// What is sent with a call that takes a file.
  static Optional<String> file(String call, Situation situation) {
    return switch (call) {
      case "POST /employees/import" -> Optional.of("hrNumber,team\nE-7,Search\n");
      case "POST /vacancies/import" ->
          Optional.of(
              """
              id,title,functionLevel,profile,status
              tester,Tester,medior,Finds what is wrong.,open
              """);
      case "POST /referrals/import" ->
          Optional.of(
              """
              reference,referrer,name,email,vacancyId,referredOn,state,informed,currency,part1,part1Amount
              OLD-1,joris,Kim,kim@example.org,java-engineer,%s,hiring,true,EUR,hire-agreed,300.00
              """
                  .formatted(yesterday(situation)));
      case "POST /payouts/confirmations" ->
          Optional.of("reference,paidOn,amount\nRF-9999-1,2026-03-02,1000.00\n");
      default -> Optional.empty();
    };
  }

  private static LocalDate yesterday(Situation situation) {
    return LocalDate.ofInstant(situation.world().now(), ZoneOffset.UTC).minusDays(1);
  }

  static Optional<String> of(String call, Situation situation) {
    var world = situation.world();
    return switch (call) {
      case "POST /referrals/{id}/thanks" -> Optional.of("{\"done\":\"thanks\"}");
      case "POST /referrals/{id}/decisions advance" -> decision("advance");
      case "POST /referrals/{id}/decisions reject" -> decision("reject", "skills");
      case "POST /referrals/{id}/decisions allow" -> decision("allow", "referred-first");
      case "POST /referrals/{id}/decisions refuse" -> decision("refuse", "referred-too-late");
      case "POST /invitation accept" -> answer("accept");
      case "POST /invitation decline" -> answer("decline");
      case "POST /invitation withdraw" -> answer("withdraw");
      case "POST /invitation object" -> answer("object");
      case "PUT /programmes/{id}" ->
          Optional.of(
              """
              {"name": "All of us", "audience": "internal", "startsOn": "2026-01-01"}
              """);
      case "POST /hr-events hire" ->
          Optional.of(situation.hire("again-1", situation.emmas(), "2026-05-15"));
      case "POST /payouts/{id}/confirmation" ->
          Optional.of(
              """
              {"paidOn": "%s", "amount": {"amount": "1000.00", "currency": "EUR"},
               "reference": "RF-%d-1"}
              """
                  .formatted(
                      LocalDate.ofInstant(world.now(), Programme.ZONE),
                      world.referral(situation.emmas()).particulars().receiptNumber()));
      default -> Calls.example(call);
    };
  }

  private static Optional<String> decision(String decision) {
    return Optional.of("{\"decision\": \"" + decision + "\"}");
  }

  private static Optional<String> decision(String decision, String reason) {
    return Optional.of("{\"decision\": \"%s\", \"reason\": \"%s\"}".formatted(decision, reason));
  }

  private static Optional<String> answer(String answer) {
    return Optional.of("{\"answer\": \"" + answer + "\"}");
  }
}
