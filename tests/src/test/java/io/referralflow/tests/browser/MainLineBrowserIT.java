package io.referralflow.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Candidate;
import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Mail;
import io.referralflow.tests.journey.door.Patience;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The life of a referral when all goes well, as five people see it in their browsers.
@Tag("stack")
class MainLineBrowserIT {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  @RegisterExtension final Windows windows = new Windows();

  private final LocalStack stack = LocalStack.shared();

  @Test
  void from_the_form_on_a_phone_to_the_last_payment() {
    var noor = stack.door().somebody("Noor Sample");
    var start = aDayThatEveryMonthHas();
    var secondDue = start.plusMonths(2);

    // Emma refers Noor.
    var emma = windows.phone("en-GB");
    emma.signIn("emma");
    emma.seesHeading("Java engineer");
    emma.look("01-vacancies-on-a-phone");
    emma.follow("Refer somebody for Java engineer");
    emma.fill("Name of the candidate", noor.name());
    emma.fill("Email address of the candidate", noor.email());
    emma.look("02-form-on-a-phone");
    emma.press("Send referral");
    emma.seesHeading("Your referral has been received");
    emma.look("03-receipt");
    var receipt = numberIn(emma.main().getByText("Receipt number").first().innerText());
    emma.follow("Follow this referral");
    emma.seesHeading("Noor Sample");
    emma.sees("Candidate invited");
    var referral = emma.lastOfAddress();
    emma.look("04-referral-invited");

    // Noor reads the mail, which is in Dutch since nobody said otherwise, and accepts.
    var candidate = windows.desk("en-GB");
    candidate.read(invitationTo(noor));
    candidate.look("00-invitation");
    candidate.follow("Bekijk en antwoord");
    candidate.seesHeading("Emma Example thinks of you for Java engineer");
    candidate.look("05-candidate");
    candidate.check("The stage and the kind of reason");
    candidate.press("Yes, I am interested");
    candidate.sees("Thank you. A recruiter will look at it now.");
    candidate.sees("Now: you said yes; a recruiter is looking at it.");
    candidate.look("06-candidate-accepted");

    // Emma's page shows it by itself.
    emma.sees("Candidate said yes");

    // Ruben advances Noor and enters the hire.
    var ruben = windows.desk("en-GB");
    ruben.signIn("ruben");
    ruben.follow("Worklist");
    ruben.seesHeading("Worklist");
    ruben.seesLink("Noor Sample", referral);
    ruben.look("07-worklist");
    ruben.follow("Noor Sample", referral);
    ruben.seesHeading("Decide after the screening");
    ruben.look("08-screening");
    ruben.press("Advance");
    ruben.sees("The candidate has been advanced.");
    ruben.follow("Enter the hire by hand");
    ruben.fill("Employee number", "E-" + receipt);
    ruben.fill("First working day", start.toString());
    ruben.look("09-hire-by-hand");
    ruben.press("Send for agreement");
    ruben.seesHeading("Waiting for agreement");
    ruben.sees("You entered this: somebody else has to agree.");

    // Rosa agrees.
    var rosa = windows.desk("en-GB");
    rosa.signIn("rosa");
    rosa.follow("HR entries");
    rosa.seesHeading("Waiting for agreement");
    rosa.seesListed("E-" + receipt);
    rosa.look("10-hr-entries");
    rosa.press("Agree to the entry for E-" + receipt);
    rosa.seesGone(rosa.button("Agree to the entry for E-" + receipt));
    emma.sees("The first working day, on %s.".formatted(DAY.format(start)));

    // The first working day comes, and Fatima pays the first instalment.
    stack.clock().goTo(start);
    var fatima = windows.desk("en-GB");
    fatima.signIn("fatima");
    confirm(fatima, "RF-" + receipt + "-1", "11-payouts", "12-payout");
    emma.sees("Part 1 of the reward paid");

    // The probation ends, and she pays the second.
    stack.clock().goTo(secondDue);
    fatima.open("/#/payouts");
    confirm(fatima, "RF-" + receipt + "-2", "13-payouts-second", "14-payout-second");
    fatima.follow("Paid");
    fatima.seesListed("RF-" + receipt + "-2");
    fatima.look("15-payouts-paid");

    // Emma sees all of it; the candidate's name is gone by now.
    emma.sees("Nothing more is to come.");
    emma.seesHeading("Referral " + receipt);
    assertThat(emma.items())
        .containsExactly(
            "Referral received",
            "Candidate invited",
            "Candidate said yes",
            "Passed the screening",
            "Hired",
            "Part 1 of the reward handed to finance",
            "Part 1 of the reward paid",
            "Part 2 of the reward handed to finance",
            "Part 2 of the reward paid");
    assertThat(emma.rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("€1,000.00"))
        .satisfiesExactly(
            row -> assertThat(row).endsWith("Paid on " + DAY.format(start)),
            row -> assertThat(row).endsWith("Paid on " + DAY.format(secondDue)));
    emma.look("16-referral-completed-on-a-phone");
    emma.follow("My referrals");
    emma.seesLink("Referral " + receipt);
    emma.look("17-my-referrals");
  }

  private Mail invitationTo(Candidate candidate) {
    var mails =
        Patience.until(() -> stack.inbox().to(candidate.email()), found -> !found.isEmpty());
    return mails.getFirst();
  }

  private static void confirm(Window fatima, String reference, String list, String form) {
    fatima.follow("Payouts");
    fatima.seesLink("Confirm payment " + reference);
    fatima.look(list);
    fatima.follow("Confirm payment " + reference);
    fatima.sees("Emma Example");
    fatima.look(form);
    fatima.press("Confirm as paid");
    fatima.seesHeading("Payouts");
    fatima.seesGone(fatima.link("Confirm payment " + reference));
  }

  private LocalDate aDayThatEveryMonthHas() {
    var today = stack.clock().morning();
    return today.plusDays(today.getDayOfMonth() > 18 ? 21 : 10);
  }

  private static String numberIn(String text) {
    return text.replaceAll("\\D", "");
  }
}
