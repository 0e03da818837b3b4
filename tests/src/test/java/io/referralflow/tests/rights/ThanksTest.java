package io.referralflow.tests.rights;

import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.function.ApiDoor;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Postbox;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.rights.Ask.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Thanking a referrer after a hire, asked of the handler; every answer is as the contract says.
class ThanksTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Caller MARK = People.caller("mark", "Mark Manager", "HR-0100");
  private static final Caller ANNA = People.caller("anna", "Anna Manager", "HR-0101");

  private final World world = World.on("2026-03-02T09:15");
  private final ApiDoor door = new ApiDoor(world.ports());

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private Reply ask(Ask ask) {
    var reply = ask.at(door);
    CONTRACT.check(ask.answered(reply));
    return reply;
  }

  private Reply settings(String thankYou) {
    return ask(
        Ask.of("PUT /settings")
            .by(People.PETRA)
            .json(
                json(
                    "{'organisation':'Example B.V.','financeEmail':'finance@example.com',"
                        + "'timeZone':'Europe/Amsterdam','thankYou':"
                        + thankYou
                        + "}")));
  }

  private void knows(String number, String details) {
    var reply =
        ask(
            Ask.of("PUT /employees/{hrNumber}")
                .with("hrNumber", number)
                .by(People.PETRA)
                .json(json(details)));
    assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
  }

  private void emmaReportsToMark() {
    knows(
        "HR-0100",
        "{'name':'Mark Manager','email':'mark@example.com','language':'en','contract':'permanent'}");
    knows(
        "HR-0101",
        "{'name':'Anna Manager','email':'anna@example.com','language':'en','contract':'permanent'}");
    knows(
        "HR-0001",
        "{'name':'Emma Jansen','manager':'HR-0100','department':'Engineering','contract':'permanent'}");
  }

  private ReferralId samIsHired() {
    var sam = world.refers(People.EMMA, "sam@example.org", JAVA_ENGINEER);
    world.accepts(sam);
    world.hears(hired("HR-1", "2026-05-01").of("sam@example.org"));
    world.settle();
    return sam;
  }

  private List<Postbox.Received> mails(String to) {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().equals(new Email(to)))
        .toList();
  }

  private Reply read(Caller who, ReferralId id) {
    return ask(Ask.of("GET /referrals/{id}/thanks").with("id", id.value()).by(who));
  }

  private Reply mark(Caller who, ReferralId id, String what) {
    return ask(
        Ask.of("POST /referrals/{id}/thanks")
            .with("id", id.value())
            .by(who)
            .json(json("{'done':'" + what + "'}")));
  }

  private List<String> timeline(Caller who, ReferralId id) {
    var entries =
        ask(Ask.of("GET /referrals/{id}").with("id", id.value()).by(who)).json().path("timeline");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("kind").asString())
        .filter(kind -> kind.startsWith("thank") || kind.equals("mentioned"))
        .toList();
  }

  @Test
  void the_referrers_own_manager_gets_the_words_and_marks_what_is_done() {
    assertThat(settings("{'workingDays':3,'escalateTo':'petra@example.com'}").status())
        .isEqualTo(200);
    emmaReportsToMark();
    var sam = samIsHired();

    var mail = mails("mark@example.com").getFirst().letter();
    assertThat(mail.subject())
        .isEqualTo("Please thank Emma Jansen: a referral for Java engineer became a colleague");
    assertThat(mail.text())
        .contains(
            "Hello Mark Manager,",
            "Dear Emma Jansen,",
            "Thanks to Emma Jansen we have found somebody for Java engineer.",
            "/#/thanks/" + sam.value())
        .doesNotContain("Sam", "sam@example.org");
    assertThat(mails("mark@example.com")).hasSize(1);
    assertThat(timeline(People.EMMA, sam)).isEmpty();
    assertThat(timeline(People.RUBEN, sam)).containsExactly("thanks-prepared");

    var open = read(MARK, sam).json();
    assertThat(open.path("referrer").path("name").asString()).isEqualTo("Emma Jansen");
    assertThat(open.path("manager").path("name").asString()).isEqualTo("Mark Manager");
    assertThat(open.path("escalateAfter").asString()).isEqualTo("2026-03-05");
    assertThat(open.path("thankedAt").isNull()).isTrue();

    var first = mark(MARK, sam, "thanks").json();
    world.goTo("2026-03-02T10:00");
    assertThat(mark(MARK, sam, "thanks").json()).isEqualTo(first);
    assertThat(timeline(People.EMMA, sam)).containsExactly("thanked");
    var _ = mark(People.PETRA, sam, "mention");
    assertThat(timeline(People.EMMA, sam)).containsExactly("thanked", "mentioned");
    assertThat(timeline(People.RUBEN, sam))
        .containsExactly("thanks-prepared", "thanked", "mentioned");

    world.goTo("2026-03-20T10:00");
    assertThat(mails("petra@example.com")).isEmpty();
  }

  @Test
  void nobody_else_learns_of_it() {
    var _ = settings("{'workingDays':3,'escalateTo':'petra@example.com'}");
    emmaReportsToMark();
    var sam = samIsHired();

    for (var stranger : List.of(People.EMMA, ANNA, People.RUBEN, People.FATIMA)) {
      assertThat(read(stranger, sam).status()).isEqualTo(404);
      assertThat(mark(stranger, sam, "thanks").status()).isEqualTo(404);
    }
    assertThat(read(People.PETRA, sam).status()).isEqualTo(200);
    assertThat(mark(MARK, sam, "cake").status()).isEqualTo(422);
    assertThat(read(MARK, sam).json().path("thankedAt").isNull()).isTrue();
  }

  @Test
  void the_one_named_for_the_department_goes_before_the_one_named_for_all() {
    var _ =
        settings(
            "{'workingDays':3,'escalateTo':'petra@example.com','manager':'HR-0100',"
                + "'managers':[{'department':'Engineering','manager':'HR-0101'}]}");
    emmaReportsToMark();
    var sam = samIsHired();

    assertThat(mails("anna@example.com")).hasSize(1);
    assertThat(mails("mark@example.com")).isEmpty();
    assertThat(read(ANNA, sam).status()).isEqualTo(200);
    assertThat(read(MARK, sam).status()).isEqualTo(404);
  }

  @Test
  void what_is_not_done_in_time_is_told_to_the_programme_manager_once() {
    var _ = settings("{'workingDays':3,'escalateTo':'boss@example.com'}");
    emmaReportsToMark();
    var sam = samIsHired();
    var _ = mark(MARK, sam, "thanks");

    world.goTo("2026-03-05T23:00");
    assertThat(mails("boss@example.com")).isEmpty();
    world.goTo("2026-03-08T10:00");

    assertThat(mails("boss@example.com"))
        .extracting(mail -> mail.letter().subject())
        .containsExactly("Nog niet bedankt: Emma Jansen, ontvangstnummer 1");
  }

  @Test
  void where_no_manager_is_known_the_programme_manager_gets_the_words() {
    var _ = settings("{'workingDays':3,'escalateTo':'boss@example.com'}");
    var sam = samIsHired();

    assertThat(mails("boss@example.com").getFirst().letter().subject())
        .startsWith("Bedank Emma Jansen");
    assertThat(read(People.PETRA, sam).json().path("manager").path("name").isNull()).isTrue();
  }

  @Test
  void nothing_is_prepared_where_nobody_is_to_thank() {
    emmaReportsToMark();
    var sam = samIsHired();

    assertThat(mails("mark@example.com")).isEmpty();
    assertThat(read(People.PETRA, sam).status()).isEqualTo(404);
  }

  @Test
  void settings_that_contradict_themselves_are_refused_with_all_that_is_wrong() {
    var refused =
        settings(
            "{'workingDays':0,'manager':'','managers':[{'department':'A','manager':'HR-1'},"
                + "{'department':'A','manager':'HR-2'}]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactlyInAnyOrder(
            "thankYou.workingDays",
            "thankYou.escalateTo",
            "thankYou.manager",
            "thankYou.managers[1].department");
  }
}
