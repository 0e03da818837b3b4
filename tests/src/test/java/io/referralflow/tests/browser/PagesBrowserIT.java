package io.referralflow.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.referralflow.tests.journey.door.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What pages owe to whoever has no mouse, makes a mistake, or reads the other language.
@Tag("stack")
class PagesBrowserIT {

  @RegisterExtension final Windows windows = new Windows();

  private final LocalStack stack = LocalStack.shared();

  @Test
  void the_keyboard_alone_is_enough_to_refer_somebody() {
    var sam = stack.door().somebody("Sam Sample");
    var joris = windows.desk("en-GB");
    joris.signIn("joris");
    joris.seesHeading("Java engineer");

    joris.tabTo(joris.link("Refer somebody for Java engineer"));
    joris.key("Enter");
    joris.sees("Only three things are needed.");
    assertThat(joris.heading("Refer somebody")).isFocused();
    joris.tabTo(joris.field("Name of the candidate"));
    joris.type(sam.name());
    joris.key("Tab");
    assertThat(joris.field("Email address of the candidate")).isFocused();
    joris.type(sam.email());
    joris.tabTo(joris.button("Send referral"));
    joris.key("Enter");

    joris.seesHeading("Your referral has been received");
    assertThat(joris.heading("Your referral has been received")).isFocused();
  }

  @Test
  void the_first_link_leads_past_the_menu() {
    var joris = windows.desk("en-GB");
    joris.signIn("joris");
    joris.open("/#/terms");
    joris.seesHeading("Terms");
    joris.page().reload();
    joris.seesHeading("Rewards by level");

    joris.key("Tab");
    assertThat(joris.link("Skip to the content")).isFocused();
    joris.key("Enter");

    assertThat(joris.main()).isFocused();
  }

  @Test
  void what_the_server_refuses_is_said_at_the_top_and_at_the_fields() {
    var joris = windows.desk("en-GB");
    joris.signIn("joris");
    joris.follow("Refer somebody for Java engineer");
    joris.fill("Name of the candidate", "Joris Namesake");
    joris.fill("Email address of the candidate", "joris@example.com");
    joris.main().getByText("Tell more (optional)").click();
    joris.fill("Phone number of the candidate", "call me");
    joris.fill("LinkedIn profile", "linkedin.com/in/joris");
    joris.press("Send referral");

    assertThat(joris.alert()).isFocused();
    assertThat(joris.alert()).containsText("Something needs another look");
    assertThat(joris.alert().getByRole(AriaRole.LINK))
        .hasText(
            new String[] {
              "Phone number of the candidate: Write a phone number, such as +31 6 12345678.",
              "LinkedIn profile: "
                  + "Write the whole address, such as https://www.linkedin.com/in/name.",
              "Email address of the candidate: "
                  + "This is your own address. You cannot refer yourself."
            });
    var phone = joris.field("Phone number of the candidate");
    assertThat(phone).hasAttribute("aria-invalid", "true");
    assertThat(phone).hasAccessibleDescription("Write a phone number, such as +31 6 12345678.");
    assertThat(joris.field("Name of the candidate")).hasValue("Joris Namesake");
    joris.look("20-refused-form");

    joris.alert().getByRole(AriaRole.LINK).first().click();
    assertThat(phone).isFocused();
    phone.fill("+31 6 12345678");
    joris.fill("LinkedIn profile", "https://www.linkedin.com/in/joris");
    joris.press("Send referral");
    assertThat(joris.alert().getByRole(AriaRole.LINK))
        .hasText(
            "Email address of the candidate: "
                + "This is your own address. You cannot refer yourself.");
    var email = joris.field("Email address of the candidate");
    assertThat(email)
        .hasAccessibleDescription(
            "This is your own address. You cannot refer yourself. We write to this address at once.");

    email.fill(stack.door().somebody("Joris Namesake").email());
    joris.press("Send referral");
    joris.seesHeading("Your referral has been received");
  }

  @Test
  void a_dutch_browser_gets_dutch_pages() {
    var joris = windows.phone("nl-NL");
    joris.open("/");
    joris.seesHeading("Beveel iemand aan met wie je graag zou werken");
    joris.look("21-welcome-in-dutch");
    joris.signIn("joris");
    joris.seesHeading("Java engineer");
    assertThat(joris.page().locator("html")).hasAttribute("lang", "nl");
    joris.look("22-vacancies-in-dutch");
    joris.follow("Iemand aanbevelen voor Java engineer");
    joris.press("Aanbeveling versturen");
    assertThat(joris.alert()).isFocused();
    assertThat(joris.alert().getByRole(AriaRole.LINK))
        .hasText(
            new String[] {
              "Naam van de kandidaat: Vul dit in.", "E-mailadres van de kandidaat: Vul dit in."
            });
    joris.look("23-form-in-dutch");
    joris.follow("Voorwaarden");
    joris.seesHeading("Voorwaarden");
    joris.seesHeading("Beloning per niveau");
    joris.look("24-terms-in-dutch");
  }

  @Test
  void the_language_can_be_changed_and_stays_so() {
    var joris = windows.phone("nl-NL");
    joris.signIn("joris");
    joris.seesHeading("Vacatures");

    joris.press("English");
    joris.seesHeading("Vacancies");
    joris.page().reload();

    joris.seesHeading("Vacancies");
    assertThat(joris.page().locator("html")).hasAttribute("lang", "en");
    assertThat(joris.page().title()).isEqualTo("Vacancies - ReferralFlow");
  }

  @Test
  void the_programme_manager_can_use_every_page() {
    var petra = windows.desk("en-GB");
    petra.signIn("petra");
    petra.follow("Terms");
    petra.seesHeading("Rewards by level");
    petra.look("30-terms");
    petra.follow("Failures");
    petra.sees("that need a person, newest first.");
    petra.look("31-failures");
    petra.follow("Programme");
    petra.seesLink("Settings");
    petra.look("32-programme");
    petra.follow("Settings");
    petra.seesField("Email address of finance");
    petra.look("33-settings");
    petra.open("/#/programme/terms");
    petra.seesField("Text in English");
    petra.look("34-new-terms");
    petra.open("/#/programme/vacancies");
    petra.seesField("Profile");
    petra.look("35-new-vacancy");
    petra.open("/#/nowhere");
    petra.seesHeading("Page not found");
    petra.look("36-page-not-found");
  }

  @Test
  void a_dead_link_says_so() {
    var somebody = windows.phone("en-GB");
    somebody.open("/#/invitation/AQE-not-a-token");
    somebody.sees("This link does not work any more.");
    somebody.look("37-dead-link");
  }
}
