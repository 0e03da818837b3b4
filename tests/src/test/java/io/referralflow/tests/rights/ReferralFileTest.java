package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.port.Referrals;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.Told;
import io.referralflow.scenario.World;
import io.referralflow.submission.EnterReferral.Entry;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Referrals that run under old promises, brought in through the API's own door on 2 March 2026.
class ReferralFileTest {

  private static final String HEAD =
      "reference,referrer,name,email,language,vacancyId,referredOn,state,informed,hrNumber,hiredOn,"
          + "startDate,probationEndDate,currency,part1,part1Amount,part1PaidOn,part2,part2Amount\n";

  private static final String SAM =
      "OLD-7,HR-0001,Sam Smit,sam@example.org,en,java-engineer,2025-10-06,hired,true,HR-2041,"
          + "2025-12-01,2026-02-02,2026-03-31,EUR,first-working-day,750.00,2026-02-24,"
          + "end-of-probation,500.00\n";

  private final LifeStory story = new LifeStory();

  @BeforeEach
  void emma_stands_in_the_directory() {
    var _ =
        story.does(
            Cast.PETRA,
            "PUT /employees/HR-0001",
            "{'name':'Emma Jansen','email':'emma@example.com','contract':'permanent',"
                + "'language':'nl'}");
  }

  private static String open(String reference, String email, String state, boolean informed) {
    return "%s,HR-0001,Sam Smit,%s,en,java-engineer,2026-02-02,%s,%s,,,,,EUR,hire-agreed,300.00,,,\n"
        .formatted(reference, email, state, informed);
  }

  private Ask.Reply take(String lines, String mode) {
    return send(HEAD + lines, mode);
  }

  private Ask.Reply send(String file, String mode) {
    return story.ask(
        Ask.of("POST /referrals/import")
            .query("mode", mode)
            .by(Cast.PETRA)
            .header("Content-Type", "text/csv")
            .body(file));
  }

  private void takes(String lines) {
    var reply = take(lines, "whole");
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
  }

  /// The same, the second part being no money.
  private void takesInKind(String second) {
    var reply =
        send(
            HEAD.replace(
                    "part2Amount", "part2Kind,part2Quantity,part2DescriptionNl,part2DescriptionEn")
                + SAM.replace("end-of-probation,500.00", "end-of-probation," + second),
            "whole");
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
  }

  private List<ReferralId> all() {
    return story.world().store().everyReferral().stream().toList();
  }

  private ReferralId only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private List<String> mails() {
    return story.world().postbox().received().stream()
        .map(mail -> mail.to().value() + ": " + mail.letter().subject())
        .toList();
  }

  private static List<String> kinds(JsonNode referral) {
    return referral
        .path("timeline")
        .valueStream()
        .map(entry -> entry.path("kind").asString())
        .toList();
  }

  private static List<String> errors(Ask.Reply reply) {
    return reply
        .json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }

  @Test
  void a_hired_candidate_goes_on_and_what_was_paid_is_not_paid_again() {
    takes(SAM);

    var seen = story.reads(Cast.EMMA, "GET /referrals/" + only().value());
    assertThat(seen.path("state").asString()).isEqualTo("probation");
    assertThat(seen.at("/terms/promisedBy").asString()).isEqualTo("earlier-promise");
    assertThat(kinds(seen))
        .containsExactly(
            "submitted", "entered-on-behalf", "accepted", "advanced", "hired", "released", "paid");
    assertThat(seen.at("/instalments/0/state").asString()).isEqualTo("paid");
    assertThat(seen.at("/instalments/1/state").asString()).isEqualTo("planned");
    assertThat(seen.at("/instalments/1/dueOn").asString()).isEqualTo("2026-04-01");
    assertThat(mails()).isEmpty();

    story.world().goTo("2026-06-01T09:00");

    assertThat(Told.ledger(story.world(), only()))
        .containsExactlyInAnyOrder(
            "2026-03-02T09:15 released 1 750.00 due 2026-02-02 promised 2026-03-04",
            "2026-03-02T09:15 paid 1 750.00 on 2026-02-24 by petra",
            "2026-04-01T00:00 released 2 500.00 due 2026-04-01 promised 2026-05-01");
    assertThat(
            story
                .reads(People.FATIMA, "GET /payouts")
                .path("items")
                .valueStream()
                .map(item -> item.path("instalment").asInt()))
        .containsExactly(2);
    story.world().assertSound();
  }

  @Test
  void a_part_that_is_no_money_lives_on_as_what_was_promised() {
    takesInKind("days-off,2,Vrije dag,Day off");

    story.world().goTo("2026-04-02T09:00");

    assertThat(Told.ledger(story.world(), only()))
        .contains("2026-04-01T00:00 released 2 0.00 due 2026-04-01 promised 2026-05-01");
    var handedOut = story.reads(People.FATIMA, "GET /payouts").path("items").path(0);
    assertThat(handedOut.at("/benefit/kind").asString()).isEqualTo("days-off");
    assertThat(handedOut.at("/benefit/quantity").asInt()).isEqualTo(2);
    story.world().assertSound();
  }

  @Test
  void points_that_were_not_given_yet_are_in_the_account_when_they_are_due() {
    takesInKind("points,50,punten,points");

    story.world().goTo("2026-04-02T09:00");

    assertThat(story.reads(Cast.EMMA, "GET /points").path("balance").asInt()).isEqualTo(50);
  }

  @Test
  void a_file_of_more_lines_than_a_call_has_time_for_is_refused_with_their_number() {
    var lines =
        IntStream.rangeClosed(1, 251)
            .mapToObj(n -> open("OLD-" + n, "sam" + n + "@example.org", "hiring", true))
            .collect(Collectors.joining());

    var reply = take(lines, "whole");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("too-long");
    assertThat(reply.json().at("/errors/0/message").asString())
        .isEqualTo("At most 250 lines in one call: send the others in another.");
    assertThat(all()).isEmpty();
  }

  @Test
  void hr_goes_on_speaking_of_the_hire() {
    takes(SAM);

    story.hears(
        "EmploymentEnded", "{'employeeId':'HR-2041','lastDay':'2026-03-15'}", "\"applied\"");

    story.world().goTo("2026-03-10T09:00");
    assertThat(
            story
                .reads(Cast.EMMA, "GET /referrals/" + only().value())
                .at("/instalments/1/state")
                .asString())
        .isEqualTo("cancelled");
  }

  @Test
  void the_same_file_again_writes_nothing_and_another_line_of_the_reference_is_refused() {
    takes(SAM);

    assertThat(take(SAM, "whole").json().path("unchanged").asInt()).isEqualTo(1);
    assertThat(errors(take(SAM.replace("500.00", "900.00"), "whole")))
        .containsExactly("lines[2].reference differs");
    assertThat(all()).hasSize(1);
  }

  @Test
  void a_candidate_who_was_not_told_hears_who_named_them_and_what_is_stored() {
    takes(open("OLD-8", "sam@example.org", "hiring", false));

    assertThat(mails())
        .containsExactly(
            "sam@example.org: Emma Jansen has referred you for Java engineer at Example B.V.");
    assertThat(story.world().postbox().received().getFirst().letter().text())
        .contains("What we keep", "Your rights", "Who gave it to us", "You can object");
    story.answers("{'answer':'withdraw'}");
    assertThat(
            story
                .reads(Cast.EMMA, "GET /referrals/" + only().value())
                .at("/candidate/name")
                .isNull())
        .isTrue();
  }

  @Test
  void whoever_was_told_gets_no_mail_and_a_recruiter_finds_the_work() {
    takes(open("OLD-8", "sam@example.org", "screening", true));

    assertThat(mails()).isEmpty();
    var work = story.reads(Cast.RUBEN, "GET /worklist").path("items");
    assertThat(work.path(0).path("waitsFor").asString()).isEqualTo("decision");
    var _ =
        story.does(
            Cast.RUBEN,
            "POST /referrals/" + only().value() + "/decisions",
            "{'decision':'advance'}");
    story.hears(
        "CandidateHired",
        "{'employeeId':'HR-2041','startDate':'2026-04-01','candidateEmail':'sam@example.org'}",
        "\"applied\"");
    story.world().goTo("2026-03-03T09:00");
    assertThat(Told.ledger(story.world(), only()))
        .containsExactly("2026-03-02T09:15 released 1 300.00 due 2026-03-02 promised 2026-04-01");
  }

  @Test
  void whoever_has_not_answered_is_asked_and_has_all_the_time_from_now() {
    takes(open("OLD-8", "sam@example.org", "invited", true));

    assertThat(mails()).hasSize(1);
    var told = story.reads(Cast.EMMA, "GET /referrals/" + only().value()).path("timeline");
    assertThat(told.path(2).path("kind").asString()).isEqualTo("invited");
    assertThat(told.path(2).path("at").asString()).startsWith("2026-03-02");
    story.world().goTo("2026-03-08T09:00");
    assertThat(mails()).hasSize(2);
    story.answers("{'answer':'accept'}");
    assertThat(story.reads(Cast.EMMA, "GET /referrals/" + only().value()).path("state").asString())
        .isEqualTo("screening");
  }

  @Test
  void one_that_nobody_ends_is_over_by_its_own_day() {
    takes(open("OLD-9", "kim@example.org", "screening", true).replace("2026-02-02", "2025-06-02"));
    story.world().goTo("2026-08-31T00:30");
    assertThat(StateName.of(story.world().referral(only()))).isEqualTo(StateName.SCREENING);
    story.world().goTo("2026-08-31T07:00");

    assertThat(StateName.of(story.world().referral(only()))).isEqualTo(StateName.LAPSED);
  }

  @Test
  void others_who_referred_the_hired_candidate_learn_of_the_hire() {
    story.refers(Cast.JORIS);

    takes(SAM);
    story.world().goTo("2026-03-04T09:00");

    assertThat(story.reads(Cast.JORIS, "GET /referrals/{joris}").path("state").asString())
        .isEqualTo("ended");
  }

  @Test
  void one_bad_line_refuses_the_file_and_line_by_line_the_good_ones_are_taken() {
    var lines =
        SAM
            + "OLD-9,HR-9999,Tom,tom@example.org,en,java-engineer,2026-02-02,hiring,true,,,,,EUR,hire-agreed,300.00,,,\n"
            + open("OLD-10", "tom@example.org", "hiring", true).replace("java-engineer", "cook");

    var whole = take(lines, "whole");

    assertThat(whole.status()).isEqualTo(422);
    assertThat(errors(whole))
        .containsExactly(
            "lines[3].referrer employee-unknown", "lines[4].vacancyId vacancy-unknown");
    assertThat(all()).isEmpty();

    var taken = take(lines, "lines").json();
    assertThat(taken.path("made").asInt()).isEqualTo(1);
    assertThat(taken.path("refused")).hasSize(2);
    assertThat(all()).hasSize(1);
  }

  @Test
  void a_line_that_a_submission_overtakes_is_named_while_what_was_written_before_it_stays() {
    var lines =
        SAM
            + open("OLD-9", "tom@example.org", "hiring", true)
            + open("OLD-10", "ann@example.org", "hiring", true);

    var reply = take(lines, "whole", whileWriting(2, "tom@example.org"));

    assertThat(reply.status()).as(reply::body).isEqualTo(200);
    assertThat(reply.json().path("made").asInt()).isEqualTo(2);
    assertThat(reply.json().path("refused"))
        .hasSize(1)
        .first()
        .satisfies(line -> {
          assertThat(line.path("line").asInt()).isEqualTo(3);
          assertThat(line.path("field").asString()).isEqualTo("email");
          assertThat(line.path("code").asString()).isEqualTo("duplicate");
        });
    assertThat(all()).hasSize(3);
  }

  @Test
  void a_file_whose_only_new_line_is_overtaken_is_refused_whole() {
    var reply =
        take(
            open("OLD-9", "tom@example.org", "hiring", true),
            "whole",
            whileWriting(1, "tom@example.org"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(errors(reply)).containsExactly("lines[2].email duplicate");
  }

  private Ask.Reply take(String lines, String mode, ApiDoor door) {
    return Ask.of("POST /referrals/import")
        .query("mode", mode)
        .by(Cast.PETRA)
        .header("Content-Type", "text/csv")
        .header("Accept", "application/json")
        .body(HEAD + lines)
        .at(door);
  }

  private void enters(String candidate) {
    var entry =
        new Entry(
            People.RUBEN,
            "HR-0001",
            Programme.JAVA_ENGINEER,
            _ -> World.candidate(candidate),
            Optional.empty(),
            candidate);
    var _ = story.world().product().enterReferral.execute(entry);
  }

  /// A door behind which a recruiter enters a referral for Emma just before a line is written.
  ///
  /// @param which line, counted from 1
  private ApiDoor whileWriting(int which, String candidate) {
    var ports = story.world().ports();
    var written = new AtomicInteger();
    var referrals =
        (Referrals)
            Proxy.newProxyInstance(
                Referrals.class.getClassLoader(),
                new Class<?>[] {Referrals.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("nextReceiptNumber")
                      && written.incrementAndGet() == which) {
                    enters(candidate);
                  }
                  return method.invoke(ports.referrals(), arguments);
                });
    return new ApiDoor(ports.withReferrals(referrals));
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    var good = open("OLD-8", "sam@example.org", "hiring", true);
    assertThat(refused(good.replace("2026-02-02", "2026-03-03")))
        .containsExactly("lines[2].referredOn dates-contradict");
    assertThat(refused(good.replace("2026-02-02", "2025-02-02")))
        .containsExactly("lines[2].referredOn out-of-range");
    assertThat(refused(good.replace("sam@example.org", "emma@example.com")))
        .containsExactly("lines[2].email own-address");
    assertThat(refused(good.replace("HR-0001", "HR-0006")))
        .containsExactly("lines[2].referrer employee-unknown");
    assertThat(refused(good.replace("300.00,,,", "300.00,2026-02-03,,")))
        .containsExactly("lines[2].part1PaidOn not-with-field");
    assertThat(refused(good.replace("300.00", "300.5")))
        .containsExactly("lines[2].part1Amount decimals");
    assertThat(refused(good.replace("hire-agreed", "at-christmas")))
        .containsExactly("lines[2].part1 not-in-list");
    assertThat(refused(good + good.replace("OLD-8", "OLD-9")))
        .containsExactly("lines[3].email duplicate");
    assertThat(refused(good + good.replace("sam@", "tom@")))
        .containsExactly("lines[3].reference duplicate");
    assertThat(refused(SAM.replace("2025-12-01", "2025-10-05")))
        .containsExactly("lines[2].referredOn dates-contradict");
    assertThat(refused(SAM.replace("first-working-day", "end-of-probation")))
        .containsExactly("lines[2].part1PaidOn dates-contradict");
    assertThat(refused(SAM.replace("end-of-probation,500.00", ",")))
        .containsExactly("lines[2].part1PaidOn out-of-range");
    assertThat(refused(SAM.replace("HR-2041", ""))).containsExactly("lines[2].hrNumber required");
    assertThat(all()).isEmpty();
  }

  private List<String> refused(String lines) {
    var reply = take(lines, "whole");
    assertThat(reply.status()).as(reply::body).isEqualTo(422);
    return errors(reply);
  }

  @Test
  void nobody_but_a_programme_manager_brings_them_in() {
    var reply =
        story.ask(
            Ask.of("POST /referrals/import")
                .by(Cast.RUBEN)
                .header("Content-Type", "text/csv")
                .body(HEAD + SAM));
    assertThat(reply.status()).isEqualTo(403);
  }
}
