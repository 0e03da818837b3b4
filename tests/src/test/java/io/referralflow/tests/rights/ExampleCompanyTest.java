package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Rule;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.FakeExecutions;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.function.ApiDoor;
import io.referralflow.port.Mailer;
import io.referralflow.programme.VacancyId;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.contract.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The company of 400 people in `examples/`, as its programme manager brings it in through the API,
/// and a referral of hers from the form to the line for payroll.
class ExampleCompanyTest {

  private static final Contract CONTRACT = Contract.ofProject();
  private static final Path FOLDER = ProjectFiles.root().resolve("examples/company-of-400");
  private static final String CSV = "text/csv; charset=utf-8";

  private static final Caller FATIMA = People.caller("fatima", "Fatima", "V-1005", Role.FINANCE);

  private static Ask.Reply ask(ApiDoor door, Ask ask, Caller who) {
    var whole = ask.by(who).header("Accept", "application/json");
    var reply = whole.at(door);
    assertThat(CONTRACT.breaches(whole.answered(reply))).isEmpty();
    return reply;
  }

  private static String file(String name) {
    return ProjectFiles.text(FOLDER.resolve(name));
  }

  private static JsonNode put(ApiDoor door, String path, String body) {
    var reply = ask(door, Ask.of("PUT " + path).json(body), Cast.PETRA);
    assertThat(reply.status()).as(reply::body).isLessThan(300);
    return reply.json();
  }

  private static int made(ApiDoor door, String path, String file) {
    var reply =
        ask(door, Ask.of("POST " + path).header("Content-Type", CSV).body(file(file)), Cast.PETRA);
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
    return reply.json().get("made").asInt();
  }

  private static void bringIn(ApiDoor door) {
    var _ = put(door, "/settings", file("settings.json"));
    var _ = put(door, "/terms", file("terms.json"));
    assertThat(made(door, "/vacancies/import", "vacancies.csv")).isPositive();
    assertThat(made(door, "/employees/import", "employees.csv")).isEqualTo(400);
    JsonMapper.shared()
        .readTree(file("payroll-targets.json"))
        .propertyStream()
        .forEach(target -> {
          var _ = put(door, "/payroll-targets/" + target.getKey(), target.getValue().toString());
        });
    JsonMapper.shared()
        .readTree(file("catalogue.json"))
        .propertyStream()
        .forEach(item -> {
          var _ = put(door, "/catalogue/" + item.getKey(), item.getValue().toString());
        });
  }

  @Test
  void its_programme_is_set_up_from_nothing() {
    var world = new InMemoryWorld();
    var clock = new FakeClock(World.moment("2026-11-30T09:00"));
    Mailer nobody = (_, _, _) -> new Mailer.Handover.Unknown("no mail here");
    var door = new ApiDoor(Ports.of(world, new FakeExecutions(), nobody, clock));
    assertThat(ask(door, Ask.of("GET /terms"), Cast.EMMA).status()).isEqualTo(404);

    bringIn(door);

    assertThat(ask(door, Ask.of("GET /terms"), Cast.EMMA).json().get("version").asInt())
        .isEqualTo(1);
    assertThat(ask(door, Ask.of("GET /vacancies"), Cast.EMMA).json().get("items")).hasSize(12);
    assertThat(ask(door, Ask.of("GET /settings"), Cast.PETRA).json().get("organisation").asString())
        .isEqualTo("Voorbeeld Nederland B.V.");
  }

  @Test
  void a_referral_goes_from_its_form_to_the_line_for_its_payroll() {
    var world = World.fromNothing("2026-11-30T09:15");
    var door = new ApiDoor(world.ports());
    bringIn(door);

    var id = world.refers(Cast.EMMA, "sam@example.org", new VacancyId("platform-lead"));
    world.hears(HrMessage.hired("HR-2041", "2027-01-04").of("sam@example.org"));
    var seen = ask(door, Ask.of("GET /referrals/" + id.value()), Cast.EMMA).json();

    assertThat(
            seen.get("instalments")
                .valueStream()
                .map(it ->
                    it.at("/amount/amount").asString() + " by " + it.get("promisedOn").asString()))
        .containsExactly(
            "1250.00 by 2026-12-24",
            "0.00 by 2026-12-24",
            "2500.00 by 2027-03-24",
            "1250.00 by 2028-01-24");

    world.goTo("2026-12-01T09:00");
    assertThat(export(door, "afas-hrcompmut"))
        .isEqualTo("Year,PeId,EmId,ErId,Sc02,VaD1\r\n2026,12,91001,1,410,1250.00\r\n");
    assertThat(export(door, "salaris-extern"))
        .startsWith("Werkgever,Personeelsnummer,Naam,Kostenplaats,Looncode,Bedrag,Kenmerk,Soort")
        .contains("1,91001,", ",4100,410,1250.00,RF-", ",Aanbrengpremie");
  }

  @Test
  void points_are_exchanged_and_the_manager_is_asked_to_thank() {
    var world = World.fromNothing("2026-11-30T09:15");
    var door = new ApiDoor(world.ports());
    bringIn(door);
    var emma = People.caller("emma", "Emma", "V-1001");

    var _ = world.refers(emma, "sam@example.org", new VacancyId("platform-lead"));
    world.hears(HrMessage.hired("HR-2041", "2027-01-04").of("sam@example.org"));
    world.goTo("2026-12-01T09:00");
    assertThat(ask(door, Ask.of("GET /points"), emma).json().get("balance").asInt()).isEqualTo(50);
    assertThat(ask(door, Ask.of("GET /catalogue"), emma).json().get("items")).hasSize(3);

    var order =
        Ask.of("POST /points/orders")
            .header("Idempotency-Key", "one")
            .json("{\"item\":\"course-day\",\"price\":40}");
    assertThat(ask(door, order, emma).status()).isEqualTo(201);
    world.settle();

    assertThat(mailsTo(world, "learning@example.com"))
        .containsExactly("Besteld met punten: Cursusdag naar keuze");
    assertThat(mailsTo(world, "emre.testmans@example.com"))
        .contains("Bedank Emma: een aanbeveling voor Platform lead werd een collega");
    assertThat(ask(door, Ask.of("GET /points"), emma).json().get("balance").asInt()).isEqualTo(10);
  }

  @Test
  void referrals_that_run_already_come_in_with_their_promises() {
    var world = World.fromNothing("2026-11-30T09:15");
    var door = new ApiDoor(world.ports());
    bringIn(door);

    assertThat(made(door, "/referrals/import", "referrals.csv")).isEqualTo(6);
    assertThat(made(door, "/referrals/import", "referrals.csv")).as("the same again").isZero();
    world.settle();

    var emma = People.caller("emma", "Emma", "V-1001");
    assertThat(
            ask(door, Ask.of("GET /referrals"), emma)
                .json()
                .get("items")
                .valueStream()
                .map(it -> it.get("vacancyId").asString() + " " + it.get("state").asString()))
        .containsExactlyInAnyOrder("java-engineer probation", "test-engineer hiring");
    assertThat(mailsTo(world, "noor.proefpersoon@example.org")).isEmpty();
    assertThat(mailsTo(world, "esra.testpersoon@example.org"))
        .containsExactly(
            "Arjan Fictema has referred you for Data engineer at Voorbeeld Nederland B.V.");
    assertThat(mailsTo(world, "jip.verzonnen@example.org"))
        .containsExactly(
            "Joris Example heeft je aanbevolen voor Account manager bij Voorbeeld Nederland B.V.");

    world.goTo("2026-12-02T09:00");
    assertThat(export(door, "afas-hrcompmut"))
        .isEqualTo("Year,PeId,EmId,ErId,Sc02,VaD1\r\n2026,12,91002,1,410,1000.00\r\n");
    assertThat(mailsTo(world, "hr@example.com"))
        .singleElement()
        .asString()
        .contains("2 × Extra vrije dag");
  }

  private static List<String> mailsTo(World world, String address) {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().value().equals(address))
        .map(mail -> mail.letter().subject())
        .toList();
  }

  @Test
  void executive_search_stays_outside() {
    var world = World.fromNothing("2026-11-30T09:15");
    var door = new ApiDoor(world.ports());
    bringIn(door);

    var judged =
        world.submit(
            Cast.EMMA,
            "sam@example.org",
            new VacancyId("chief-technology-officer"),
            Optional.empty());

    assertThat(judged).isEqualTo(new Submission.Refused(List.of(Rule.VACANCY_NOT_IN_PROGRAMME)));
  }

  private static String export(ApiDoor door, String target) {
    var reply =
        ask(door, Ask.of("GET /pay-runs/2026-12-24/export").query("target", target), FATIMA);
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
    return reply.body();
  }
}
