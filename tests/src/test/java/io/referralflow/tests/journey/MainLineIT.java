package io.referralflow.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Mail;
import org.junit.jupiter.api.Test;

/// The life of a referral when all goes well: three people, HR and finance, and 9 mails.
class MainLineIT extends Journey {

  @Test
  void from_the_form_to_the_last_payment() {
    var referral = door.emma().refers(sam);
    assertThat(door.emma().sees(referral).state()).isEqualTo("invited");
    assertThat(sam.looks().at("/stored/name").asString()).isEqualTo("Sam Sample");

    sam.accepts();
    assertThat(door.ruben().workOn(referral)).containsExactly("decision");

    door.ruben().advances(referral);
    assertThat(door.ruben().workOn(referral)).containsExactly("hire");

    // A day that every month has: the rule for the others is a story of its own.
    var start = today.plusDays(today.getDayOfMonth() > 18 ? 21 : 10);
    var secondDue = start.plusMonths(2);
    hr.reports(hr.hired("E-" + referral.receipt(), sam, start));
    var hired = door.emma().seesIn("hired", referral);
    assertThat(hired.money())
        .containsExactly("1000.00 planned for " + start, "1000.00 planned for " + secondDue);
    assertThat(hired.next()).isEqualTo("first-working-day by " + start);

    clock.goTo(start.minusDays(1));
    assertThat(door.fatima().payoutsOf(referral)).isEmpty();

    clock.goTo(start);
    var begun = door.emma().sees(referral);
    assertThat(begun.state()).isEqualTo("probation");
    assertThat(begun.money())
        .containsExactly("1000.00 released for " + start, "1000.00 planned for " + secondDue);
    assertThat(begun.next()).isEqualTo("payment by " + begun.promisedOn(1));
    var payout = door.fatima().payoutsOf(referral).getFirst();
    assertThat(payout.at("/payee/name").asString()).isEqualTo("Emma Example");
    assertThat(payout.get("reference").asString()).isEqualTo("RF-" + referral.receipt() + "-1");
    door.fatima().confirms(referral, 1, start);

    clock.goTo(secondDue);
    door.fatima().confirms(referral, 2, secondDue);
    clock.rest();

    var paid = door.emma().sees(referral);
    assertThat(paid.state()).isEqualTo("completed");
    assertThat(paid.money())
        .containsExactly("1000.00 paid for " + start, "1000.00 paid for " + secondDue);
    assertThat(paid.timeline())
        .containsExactly(
            "submitted",
            "invited",
            "accepted",
            "advanced",
            "hired",
            "released 1",
            "paid 1",
            "released 2",
            "paid 2");
    assertThat(paid.next()).isEqualTo("none");

    var mails = stack.inbox().about(referral);
    assertThat(mails.stream().map(Mail::line))
        .containsExactlyInAnyOrder(
            sam.email().split("@", 2)[0]
                + ": Emma Example heeft je aanbevolen voor Java engineer bij Example B.V.",
            "emma: Ontvangen: Sam Sample voor Java engineer",
            "emma: Sam Sample zegt ja tegen Java engineer",
            "emma: Sam Sample is door de selectie voor Java engineer",
            "emma: Sam Sample komt bij Example B.V. werken",
            "finance: Te betalen: € 1.000,00, kenmerk RF-%d-1".formatted(referral.receipt()),
            "emma: Betaald: € 1.000,00 voor je aanbeveling van Sam Sample",
            "finance: Te betalen: € 1.000,00, kenmerk RF-%d-2".formatted(referral.receipt()),
            // Four weeks after the hire the candidate's data is gone, the name too.
            "emma: Betaald: € 1.000,00 voor je aanbeveling van de kandidaat met ontvangstnummer "
                + referral.receipt());
    var forFinance = mails.stream().filter(mail -> mail.line().startsWith("finance")).toList();
    assertThat(forFinance).extracting(Mail::day).containsExactly(start, secondDue);
    assertThat(forFinance)
        .allSatisfy(mail ->
            assertThat(mail.text()).contains("Emma Example").doesNotContain("Sam", sam.email()));
  }
}
