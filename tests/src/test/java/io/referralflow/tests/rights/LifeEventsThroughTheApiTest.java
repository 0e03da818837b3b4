package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.ProjectFiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every row of `docs/life-events.md`, lived through requests and events of the bus only. What the
/// referrer reads and what finance's list shows are what the row says; then finance confirms what
/// it was handed, and the referrer reads that it was paid.
class LifeEventsThroughTheApiTest {

  private static final String PAGE =
      ProjectFiles.text(ProjectFiles.root().resolve("docs/life-events.md"));

  /// A release in the ledger of a row.
  private static final Pattern RELEASED =
      Pattern.compile("released (\\d+) (\\S+) due (\\S+) promised ([0-9-]+)");

  private static final Step REFERRED = at("2026-03-02T09:15", it -> it.refers(Cast.EMMA));
  private static final Step ACCEPTED =
      at("2026-03-03T20:00", it -> it.answers("{'answer':'accept'}"));
  private static final Step CONSIDERED =
      at("2026-03-05T11:00", does(Cast.RUBEN, "POST /referrals/{emma}/decisions", "advance"));
  private static final Step HIRED =
      hr("2026-03-20T16:00", "CandidateHired", hire("HR-2041", "2026-05-01", ""));

  /// The page's rows in its order: what happens, and until when.
  private static final List<Journey> JOURNEYS =
      List.of(
          journey(
              "An appeal changes the amount",
              "2026-07-02T10:00",
              REFERRED,
              at("2026-03-02T09:15", it -> it.refers(Cast.JORIS)),
              hr("2026-03-12T16:00", "CandidateHired", hire("HR-2041", "2026-05-01", "")),
              at(
                  "2026-03-14T09:00",
                  it ->
                      it.acts(
                          Cast.JORIS,
                          "POST /referrals/{joris}/appeal",
                          "{'reason':'referred-first'}")),
              at(
                  "2026-03-25T09:00",
                  does(
                      Cast.PETRA,
                      "POST /referrals/{joris}/decisions",
                      "allow','reason':'referred-first"))),
          hired(
              "An event is corrected later",
              "2026-07-06T10:00",
              hr("2026-04-20T10:00", "StartDateChanged", said("startDate", "2026-06-01")),
              hr("2026-04-22T10:00", "StartDateChanged", said("startDate", "2026-05-04"))),
          hired(
              "Changes from flex to permanent",
              "2026-09-02T10:00",
              hr("2026-06-01T10:00", "CandidateHired", hire("HR-3000", "2026-06-01", ""))),
          hired(
              "Is hired again within a year",
              "2026-12-02T10:00",
              hr("2026-06-10T10:00", "EmploymentEnded", said("lastDay", "2026-06-15")),
              hr("2026-08-20T10:00", "CandidateHired", hire("HR-3000", "2026-09-01", ""))),
          considered(
              "Is hired for another vacancy",
              "2026-07-02T10:00",
              hr(
                  "2026-03-20T16:00",
                  "CandidateHired",
                  hire("HR-2041", "2026-05-01", ",'vacancyId':'data-engineer'"))),
          considered(
              "Is hired in the window and reported within ninety days of it",
              "2027-08-10T10:00",
              at(
                  "2027-05-30T10:00",
                  it ->
                      it.hears(
                          "CandidateHired",
                          hire("HR-2041", "2027-06-07", ""),
                          Instant.parse("2027-02-26T11:00:00Z"),
                          "\"applied\""))),
          considered(
              "Is hired when the referral is older than the window",
              "2027-07-02T10:00",
              at(
                  "2027-04-01T10:00",
                  it ->
                      it.hears(
                          "CandidateHired", hire("HR-2041", "2027-05-01", ""), "\"unmatched\""))),
          hired(
              "Leaves after probation",
              "2026-09-02T10:00",
              hr("2026-07-10T10:00", "EmploymentEnded", said("lastDay", "2026-07-31"))),
          hired(
              "Leaves in probation whoever wishes it",
              "2026-07-02T10:00",
              hr("2026-06-10T10:00", "EmploymentEnded", said("lastDay", "2026-06-15"))),
          considered("Nobody ends it", "2027-07-02T10:00"),
          hired(
              "Probation is extended",
              "2026-09-02T10:00",
              hr("2026-06-15T10:00", "ProbationChanged", said("probationEndDate", "2026-08-31"))),
          hired(
              "Probation is shortened",
              "2026-07-02T10:00",
              hr("2026-05-15T10:00", "ProbationChanged", said("probationEndDate", "2026-05-31"))),
          hired(
              "The hire is cancelled",
              "2026-07-02T10:00",
              hr("2026-04-10T10:00", "HireCancelled", "{'employeeId':'HR-2041'}")),
          considered(
              "The level of the vacancy changes",
              "2026-07-02T10:00",
              hr(
                  "2026-03-05T11:00",
                  "VacancyChanged",
                  "{'vacancyId':'java-engineer','title':'Java engineer','functionLevel':'lead',"
                      + "'profile':'Builds our services.'}"),
              HIRED),
          journey(
              "The referrer leaves before the hire and the terms ask it",
              "2026-07-02T10:00",
              inServiceAt("hire"),
              REFERRED,
              ACCEPTED,
              CONSIDERED,
              emmaIsGone("2026-03-18T10:00", "2026-03-19"),
              HIRED),
          journey(
              "The referrer leaves between the instalments and the terms ask it",
              "2026-07-03T10:00",
              inServiceAt("milestone"),
              REFERRED,
              ACCEPTED,
              CONSIDERED,
              HIRED,
              emmaIsGone("2026-06-15T10:00", "2026-06-30")),
          hired(
              "The referrer leaves or dies after the last instalment",
              "2026-09-02T10:00",
              emmaIsGone("2026-07-10T10:00", "2026-07-10")),
          hired(
              "The referrer leaves or dies before the first instalment",
              "2026-07-02T10:00",
              emmaIsGone("2026-04-20T10:00", "2026-04-30")),
          hired(
              "The referrer leaves or dies between the instalments",
              "2026-07-02T10:00",
              emmaIsGone("2026-06-15T10:00", "2026-06-30")),
          journey(
              "The reward is in the currency of another country",
              "2026-07-02T10:00",
              at("2026-03-02T09:15", LifeEventsThroughTheApiTest::promisesPounds),
              REFERRED,
              ACCEPTED,
              CONSIDERED,
              HIRED),
          hired(
              "The start moves after the first instalment",
              "2026-07-20T10:00",
              hr("2026-05-04T10:00", "StartDateChanged", said("startDate", "2026-05-18"))),
          hired(
              "The start moves before the first instalment",
              "2026-07-20T10:00",
              hr("2026-04-20T10:00", "StartDateChanged", said("startDate", "2026-05-18"))),
          considered(
              "The vacancy is closed",
              "2026-07-02T10:00",
              hr("2026-03-05T11:00", "VacancyClosed", "{'vacancyId':'java-engineer'}"),
              HIRED),
          journey(
              "Two programmes run at once",
              "2026-07-02T10:00",
              at("2026-03-02T09:15", LifeEventsThroughTheApiTest::beginsAnAction),
              REFERRED,
              ACCEPTED,
              CONSIDERED,
              HIRED,
              at(
                  "2026-04-02T10:00",
                  it ->
                      it.acts(
                          Cast.PETRA, "POST /programmes/spring/status", "{'status':'retired'}"))));

  /// @param event as the page calls it
  /// @param until when the page's row was taken, local time
  record Journey(String event, String until, List<Step> steps) {

    /// Whose referral the row is about.
    Caller who() {
      return event.startsWith("An appeal") ? Cast.JORIS : Cast.EMMA;
    }

    @Override
    public String toString() {
      return event;
    }
  }

  /// @param moment local time
  private record Step(String moment, Consumer<LifeStory> act) {}

  private static Journey journey(String event, String until, Step... steps) {
    return new Journey(event, until, List.of(steps));
  }

  private static Journey considered(String event, String until, Step... then) {
    return new Journey(
        event,
        until,
        Stream.concat(Stream.of(REFERRED, ACCEPTED, CONSIDERED), Arrays.stream(then)).toList());
  }

  private static Journey hired(String event, String until, Step... then) {
    return considered(
        event, until, Stream.concat(Stream.of(HIRED), Arrays.stream(then)).toArray(Step[]::new));
  }

  private static Step at(String moment, Consumer<LifeStory> act) {
    return new Step(moment, act);
  }

  private static Step hr(String moment, String type, String data) {
    return at(moment, it -> it.hears(type, data, "\"applied\""));
  }

  private static Consumer<LifeStory> does(Caller who, String call, String decision) {
    return it -> it.acts(who, call, "{'decision':'" + decision + "'}");
  }

  private static String hire(String employee, String start, String more) {
    return "{'employeeId':'%s','startDate':'%s','candidateEmail':'sam@example.org'%s}"
        .formatted(employee, start, more);
  }

  private static String said(String field, String day) {
    return "{'employeeId':'HR-2041','%s':'%s'}".formatted(field, day);
  }

  private static Step emmaIsGone(String moment, String lastDay) {
    return hr(moment, "EmployeeLeft", "{'employeeId':'HR-0001','lastDay':'%s'}".formatted(lastDay));
  }

  private static Step inServiceAt(String day) {
    return at(
        "2026-03-02T09:15",
        it ->
            it.acts(
                Cast.PETRA,
                "PUT /terms",
                """
                {'text':{'nl':'De voorwaarden.','en':'The terms.'},
                 'rules':{'levels':[{'functionLevel':'junior',
                                     'amount':{'amount':'1000.00','currency':'EUR'}},
                                    {'functionLevel':'medior',
                                     'amount':{'amount':'2000.00','currency':'EUR'}},
                                    {'functionLevel':'senior',
                                     'amount':{'amount':'3500.00','currency':'EUR'}}],
                          'instalments':[{'number':1,'milestone':'first-working-day','share':50},
                                         {'number':2,'milestone':'end-of-probation','share':50}],
                          'probationMonths':2,'promiseDays':30,'severalReferrers':'lowest-receipt',
                          'eligibilityMonths':12,'inServiceAt':'%s'}}
                """
                    .formatted(day)));
  }

  private static void promisesPounds(LifeStory story) {
    story.acts(
        Cast.PETRA,
        "PUT /vacancies/java-engineer",
        """
        {'title':'Java engineer','functionLevel':'medior',
         'profile':'Builds our services in Leeds.','status':'open',
         'plan':{'amount':{'amount':'1500.00','currency':'GBP'},
                 'instalments':[{'number':1,'milestone':'first-working-day','share':50},
                                {'number':2,'milestone':'end-of-probation','share':50}]}}
        """);
  }

  private static void beginsAnAction(LifeStory story) {
    story.acts(
        Cast.PETRA,
        "PUT /programmes/spring",
        "{'name':'Spring','audience':'internal','startsOn':'2026-03-01','endsOn':'2026-03-31'}");
    story.acts(Cast.PETRA, "POST /programmes/spring/status", "{'status':'published'}");
  }

  static List<Journey> journeys() {
    return JOURNEYS;
  }

  /// The cells of the page's rows.
  private static List<List<String>> rows() {
    return PAGE.lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| Event ") && !line.startsWith("| --- "))
        .map(line -> List.of(line.substring(2).split(" \\| ", -1)))
        .toList();
  }

  private static List<String> row(String event) {
    return rows().stream().filter(row -> row.getFirst().equals(event)).findFirst().orElseThrow();
  }

  private static String line(JsonNode payout) {
    return "released %s %s due %s promised %s"
        .formatted(
            payout.get("instalment").asString(),
            payout.at("/amount/amount").asString(),
            payout.get("dueOn").asString(),
            payout.get("promisedOn").asString());
  }

  private static String confirmation(LifeStory story, JsonNode payout) {
    return "{'paidOn':'%s','amount':%s,'reference':'%s'}"
        .formatted(
            story.world().now().toString().substring(0, 10),
            payout.get("amount"),
            payout.get("reference").asString());
  }

  @Test
  void every_row_of_the_page_has_a_journey() {
    assertThat(JOURNEYS.stream().map(Journey::event))
        .containsExactlyElementsOf(rows().stream().map(List::getFirst).toList());
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void ends_as_the_page_says(Journey journey) {
    var story = new LifeStory();
    var row = row(journey.event());

    for (var step : journey.steps()) {
      story.world().goTo(step.moment());
      step.act().accept(story);
    }
    story.world().goTo(journey.until());

    var shown = story.seenBy(journey.who());
    assertThat(shown).isEqualTo(row.get(1));
    var released = story.payouts(journey.who(), "released");
    assertThat(released.stream().map(LifeEventsThroughTheApiTest::line))
        .containsExactlyElementsOf(
            RELEASED.matcher(row.get(3)).results().map(found -> found.group()).toList());

    for (var payout : released) {
      story.acts(
          People.FATIMA,
          "POST /payouts/" + payout.get("id").asString() + "/confirmation",
          confirmation(story, payout));
    }

    assertThat(story.payouts(journey.who(), "released")).isEmpty();
    assertThat(story.seenBy(journey.who()).split("; ", 3)[1])
        .isEqualTo(shown.split("; ", 3)[1].replace("released", "paid"));
  }
}
