package io.referralflow.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.referralflow.tests.journey.door.Candidate;
import io.referralflow.tests.journey.door.LocalStack;
import io.referralflow.tests.journey.door.Patience;
import io.referralflow.tests.journey.door.Referral;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The main pages without a mouse: the tab key comes by everything, the focus is seen all the way,
/// and Enter or the space bar does what a click does. The form to refer somebody is walked in
/// [PagesBrowserIT].
@Tag("stack")
class KeyboardBrowserIT {

  @RegisterExtension final Windows windows = new Windows();

  private final LocalStack stack = LocalStack.shared();

  @Test
  void a_candidate_answers() {
    var sam = stack.door().somebody("Sam Sample");
    var referral = stack.door().emma().refers(sam);
    var window = windows.desk("en-GB");
    window.open("/#/invitation/" + sam.token());
    window.seesHeading("Emma Example thinks of you for Java engineer");

    window.tabTo(window.button("Yes, I am interested"));
    window.key("Space");

    window.sees("Thank you. A recruiter will look at it now.");
    var _ = stack.door().emma().seesIn("screening", referral);
  }

  @Test
  void a_recruiter_signs_in_and_decides() {
    var referral = inScreening(stack.door().somebody("Sam Sample"));
    var ruben = windows.desk("en-GB");

    ruben.signInByKeyboard("ruben");
    ruben.tabTo(ruben.link("Worklist"));
    ruben.key("Enter");
    ruben.seesLink("Sam Sample", referral.id());
    ruben.tabTo(ruben.link("Sam Sample", referral.id()));
    ruben.key("Enter");
    ruben.seesHeading("Decide after the screening");
    assertThat(ruben.heading("Sam Sample")).isFocused();
    ruben.tabTo(ruben.button("Advance"));
    ruben.key("Space");

    ruben.sees("The candidate has been advanced.");
    assertThat(ruben.heading("Sam Sample")).isFocused();
  }

  @Test
  void a_recruiter_corrects_an_address() {
    var right = stack.door().somebody("Sam Sample");
    var referral = stack.door().emma().refers(stack.door().somebody("Sam Sample"));
    var ruben = windows.phone("en-GB");

    ruben.signInByKeyboard("ruben");
    ruben.open("/#/work/" + referral.id());
    ruben.seesHeading("Sam Sample");
    ruben.tabTo(ruben.main().getByText("Correct a mistyped address"));
    ruben.key("Enter");
    ruben.tabTo(ruben.field("Right email address"));
    ruben.type(right.email());
    ruben.look("31-correct-an-address-on-a-phone");
    ruben.tabTo(ruben.button("Correct and invite"));
    ruben.key("Enter");

    ruben.sees("The address has been corrected and an invitation is on its way.");
    ruben.sees("Address corrected, invited again");
    ruben.sees(right.email());
  }

  @Test
  void finance_confirms_a_payment() {
    var door = stack.door();
    var sam = door.somebody("Sam Sample");
    var start = stack.clock().morning().plusDays(1);
    var referral = inScreening(sam);
    door.ruben().advances(referral);
    stack.hr().reports(stack.hr().hired("E-" + referral.id(), sam, start));
    var _ = door.emma().seesIn("hired", referral);
    stack.clock().goTo(start);
    var reference = door.fatima().payoutsOf(referral).getFirst().get("reference").asString();
    var fatima = windows.desk("en-GB");

    fatima.signInByKeyboard("fatima");
    fatima.tabTo(fatima.link("Payouts"));
    fatima.key("Enter");
    fatima.seesLink("Confirm payment " + reference);
    fatima.tabTo(fatima.link("Confirm payment " + reference));
    fatima.key("Enter");
    fatima.sees("Emma Example");
    fatima.tabTo(fatima.button("Confirm as paid"));
    fatima.key("Enter");

    fatima.seesHeading("Payouts");
    fatima.seesGone(fatima.link("Confirm payment " + reference));
  }

  @Test
  void finance_freezes_payouts_and_lets_them_go_on() {
    var fatima = windows.phone("en-GB");
    try {
      fatima.signInByKeyboard("fatima");
      fatima.open("/#/payouts-frozen");
      fatima.seesHeading("Freeze payouts");
      fatima.sees("Payouts go on: every instalment is released when it is due.");
      fatima.look("32-freeze-on-a-phone");
      fatima.tabTo(fatima.field("Reason"));
      fatima.type("The bank changed its file");
      fatima.tabTo(fatima.button("Freeze all payouts"));
      fatima.key("Enter");
      fatima.sees("Payouts are frozen. Nothing is lost:");
      fatima.sees("The bank changed its file");
      fatima.look("33-frozen-on-a-phone");
      fatima.open("/#/payouts");
      fatima.sees("The bank changed its file");
      fatima.look("33-why-nothing-comes-on-a-phone");

      fatima.open("/#/payouts-frozen");
      fatima.tabTo(fatima.field("Reason"));
      fatima.type("The new file is taken in");
      fatima.tabTo(fatima.button("Let payouts go on"));
      fatima.key("Space");
      fatima.sees("Payouts go on: every instalment is released when it is due.");
    } finally {
      thaw();
    }
  }

  /// What comes after must not stand still, whatever went wrong here.
  private void thaw() {
    var fatima = stack.door().fatima();
    var standing = fatima.get("/brake").expect(200);
    if (standing.get("frozen").asBoolean()) {
      var _ =
          fatima.post(
              "/brake",
              Map.of(
                  "frozen",
                  false,
                  "reason",
                  "The test has ended",
                  "version",
                  standing.get("version").asLong()));
    }
  }

  private Referral inScreening(Candidate candidate) {
    var referral = stack.door().emma().refers(candidate);
    candidate.accepts();
    return Patience.until(
        () -> referral, each -> stack.door().ruben().sees(each).state().equals("screening"));
  }
}
