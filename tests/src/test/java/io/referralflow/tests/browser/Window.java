package io.referralflow.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.referralflow.tests.journey.door.Mail;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One person's window. Everything in it is found by role and name, as assistive technology would.
final class Window {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
  private static final Path PICTURES =
      Path.of(System.getProperty("project.root", ".."), "tests/target/screenshots");

  /// The narrowest window on which nobody may have to scroll sideways (WCAG 1.4.10).
  private static final int NARROW = 320;

  private static final int MANY = 60;
  private static final int PATIENCE_MILLIS = 45_000;

  /// The password of everybody in the demo.
  private static final String PASSWORD = "Referral-2026";

  private final Page page;
  private final URI site;
  private final List<String> complaints = new ArrayList<>();

  Window(Page page, URI site) {
    this.page = page;
    this.site = site;
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      // A refusal is said on the page and needs no other complaint.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
  }

  Page page() {
    return page;
  }

  // What people do

  /// Opens an address of the site, such as `/#/terms`.
  void open(String path) {
    var _ = page.navigate(site.resolve(path).toString());
  }

  /// Opens a mail, as a mail program would.
  void read(Mail mail) {
    page.setContent(mail.html());
  }

  /// From the first page over the hosted sign-in page and back.
  void signIn(String username) {
    open("/");
    main().getByRole(AriaRole.BUTTON).click();
    // That page is the cloud's, and so are its names.
    page.locator("input[name=username]").first().fill(username + "@example.com");
    page.locator("input[name=password]").first().fill(PASSWORD);
    page.locator("[type=submit]").first().click();
    visible(button(Pattern.compile("^(Sign out|Uitloggen)$")));
  }

  /// The same without a mouse.
  void signInByKeyboard(String username) {
    open("/");
    tabTo(main().getByRole(AriaRole.BUTTON));
    key("Enter");
    var name = page.locator("input[name=username]").first();
    name.waitFor();
    for (var i = 0; i < MANY && !isFocused(name); i++) {
      key("Tab");
    }
    type(username + "@example.com");
    key("Tab");
    assertThat(page.locator("input[name=password]").first()).isFocused();
    type(PASSWORD);
    key("Enter");
    visible(button(Pattern.compile("^(Sign out|Uitloggen)$")));
  }

  /// Follows a link.
  void follow(String name) {
    found(link(name)).first().click();
  }

  /// Follows the one link of a list that leads to a referral, and not to one of the same name.
  void follow(String name, String referralId) {
    found(link(name).and(leadingTo(referralId))).click();
  }

  void press(String name) {
    found(button(name)).click();
  }

  void fill(String label, String value) {
    field(label).fill(value);
  }

  void check(String label) {
    field(label).check();
  }

  /// Presses the tab key until something has the focus, and sees to it that whoever does so can
  /// follow the focus all the way.
  void tabTo(Locator wanted) {
    visible(wanted);
    for (var i = 0; i < MANY && !isFocused(wanted); i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(FOCUS_IS_SEEN)).as("The focus cannot be seen").isEqualTo("");
    }
    assertThat(wanted).isFocused();
  }

  void key(String key) {
    page.keyboard().press(key);
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  // What people see

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, exactly(name));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, exactly(name));
  }

  /// The one link of a list that leads to a referral.
  Locator link(String name, String referralId) {
    return link(name).and(leadingTo(referralId));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, exactly(name));
  }

  private Locator button(Pattern name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  Locator field(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  void seesLink(String name, String referralId) {
    visible(found(link(name).and(leadingTo(referralId))));
  }

  private Locator leadingTo(String id) {
    return page.locator("a[href$='/%s']".formatted(id));
  }

  void seesHeading(String name) {
    visible(heading(name));
  }

  void seesLink(String name) {
    visible(found(link(name)));
  }

  /// Sees a text in a list that may have more pages than one.
  void seesListed(String text) {
    visible(found(main().getByText(text)).first());
  }

  void seesField(String label) {
    visible(field(label));
  }

  void seesGone(Locator locator) {
    assertThat(locator).hasCount(0, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
  }

  void sees(String text) {
    visible(main().getByText(text).first());
  }

  /// The items of the page's lists, each by its first line.
  List<String> items() {
    return main().getByRole(AriaRole.LISTITEM).allInnerTexts().stream()
        .map(text -> text.lines().findFirst().orElse("").strip())
        .toList();
  }

  /// The rows of the page's table, each as one line.
  List<String> rows() {
    return main()
        .getByRole(AriaRole.ROW)
        .filter(new FilterOptions().setHas(page.getByRole(AriaRole.CELL)))
        .allInnerTexts()
        .stream()
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .toList();
  }

  /// The last part of the address.
  String lastOfAddress() {
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }

  /// Waits for something in a list that may have more pages than one.
  private Locator found(Locator wanted) {
    var more = button(Pattern.compile("^(Show more|Meer tonen)$"));
    visible(wanted.or(more).first());
    while (wanted.count() == 0 && more.isVisible()) {
      var before = items().size();
      more.click();
      page.waitForCondition(() -> items().size() > before || !more.isVisible());
    }
    return wanted;
  }

  // What holds for every page

  /// Sees to it that a page breaks no rule of WCAG that a machine can test, in light and in dark,
  /// that it fits into a narrow window, and that nothing complained; and keeps its picture.
  void look(String picture) {
    picture(picture, true);
    for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      assertThat(violations()).as(picture + " in " + scheme).isEmpty();
    }
    assertThat(overhang()).as(picture + " is wider than a window of 320 pixels").isZero();
    assertThat(complaints).as(picture).isEmpty();
  }

  /// Keeps a picture of what the window shows.
  void keepPicture(String name) {
    picture(name, false);
  }

  private void picture(String name, boolean whole) {
    var file = PICTURES.resolve(name.replaceAll("[^A-Za-z0-9-]+", "-") + ".png");
    var _ = page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(whole));
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private int overhang() {
    var size = page.viewportSize();
    page.setViewportSize(NARROW, size.height);
    var overhang = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    page.setViewportSize(size.width, size.height);
    return Math.max(0, overhang);
  }

  private static final String FOCUS_IS_SEEN =
      """
      () => {
        const focused = document.activeElement;
        const style = getComputedStyle(focused);
        const box = focused.getBoundingClientRect();
        const drawn = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
            || focused.matches('input[type=date]');
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return focused === document.body || (drawn && inside) ? '' : focused.outerHTML;
      }
      """;

  private static boolean isFocused(Locator locator) {
    return (boolean) locator.evaluate("element => element === document.activeElement");
  }

  private static void visible(Locator locator) {
    assertThat(locator).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
  }

  private static GetByRoleOptions exactly(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  void close() {
    page.context().close();
  }
}
