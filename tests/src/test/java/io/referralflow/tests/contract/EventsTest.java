package io.referralflow.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.referralflow.aws.item.StreamedRow;
import io.referralflow.intake.Refusals;
import io.referralflow.json.HrEventJson;
import io.referralflow.json.StreamJson;
import io.referralflow.json.UpkeepJson;
import io.referralflow.json.WorkflowJson;
import io.referralflow.json.WorkflowJson.Task;
import io.referralflow.process.Upkeep;
import io.referralflow.process.WaitingStep;
import io.referralflow.referral.ReferralId;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventsTest {

  /// Reasons that the schema alone finds; the others need a clock or two fields.
  private static final Set<String> FOUND_BY_SCHEMA = Set.of("malformed", "unknown-version");

  @Test
  void every_event_has_a_folder() {
    assertThat(HrEvents.all())
        .extracting(HrEvents::detailType)
        .containsExactlyInAnyOrder(
            "CandidateHired",
            "StartDateChanged",
            "ProbationChanged",
            "HireCancelled",
            "EmploymentEnded",
            "EmployeeJoined",
            "EmployeeChanged",
            "EmployeeLeft",
            "VacancyOpened",
            "VacancyChanged",
            "VacancyClosed",
            "ApplicationAdvanced",
            "ApplicationRejected");
    assertThat(HrEvents.all())
        .allSatisfy(event -> assertThat(event.name()).isEqualTo(kebab(event.detailType())));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_version_has_a_minimal_and_a_full_example(HrEvents event, int version) {
    assertThat(event.examples(version))
        .extracting(file -> file.getFileName().toString())
        .contains(version + "-minimal.json", version + "-full.json");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_example_is_what_its_schema_says(HrEvents event, int version) {
    var schemas = Schemas.in(event.schema(version));

    for (var file : event.examples(version)) {
      var example = ProjectFiles.json(file);
      assertThat(example.get("source").asString()).isNotBlank();
      assertThat(example.get("detail-type").asString()).isEqualTo(event.detailType());
      assertThat(schemas.errors("", example.get("detail"))).as(file.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_bad_example_is_refused_for_its_reason(HrEvents event) {
    var schemas = Schemas.in(event.schema(1));

    assertThat(event.badExamples()).isNotEmpty();
    for (var file : event.badExamples()) {
      var bad = ProjectFiles.json(file);
      var errors = schemas.errors("", bad.at("/event/detail"));
      assertThat(errors.isEmpty())
          .as("%s: %s", file, errors)
          .isNotEqualTo(FOUND_BY_SCHEMA.contains(bad.get("reason").asString()));
    }
  }

  @Test
  void every_reason_of_a_bad_example_is_in_the_contract() {
    var reasons =
        ProjectFiles.openapi()
            .at("/components/schemas/FailureReason/enum")
            .valueStream()
            .map(JsonNode::asString)
            .toList();

    assertThat(HrEvents.all())
        .flatMap(HrEvents::badExamples)
        .extracting(file -> ProjectFiles.json(file).get("reason").asString())
        .isSubsetOf(reasons)
        .contains("malformed", "unknown-version", "dates-contradict", "from-the-future");
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_looks_wrong_only_to_a_person_is_really_wrong(HrEvents event) {
    for (var file : event.badExamples()) {
      var bad = ProjectFiles.json(file);
      var data = bad.at("/event/detail/data");
      switch (bad.get("reason").asString()) {
        case "dates-contradict" ->
            assertThat(
                    data.path("probationEndDate").asString(data.path("inServiceTo").asString("")))
                .isLessThan(
                    data.path("startDate").asString(data.path("inServiceFrom").asString("")));
        case "from-the-future" ->
            assertThat(OffsetDateTime.parse(bad.at("/event/detail/metadata/occurredAt").asString()))
                .isAfter(OffsetDateTime.parse("2900-01-01T00:00:00Z"));
        default -> assertThat(FOUND_BY_SCHEMA).contains(bad.get("reason").asString());
      }
    }
  }

  @Nested
  class Compatibility {

    @ParameterizedTest
    @MethodSource("io.referralflow.tests.contract.EventsTest#versions")
    void the_schema_is_the_last_one_published(HrEvents event, int version) {
      var published = event.published(version);

      assertThat(published).isNotEmpty();
      assertThat(event.schema(version)).isEqualTo(ProjectFiles.json(published.getLast()));
    }

    @ParameterizedTest
    @MethodSource("io.referralflow.tests.contract.EventsTest#versions")
    void each_schema_published_adds_optional_fields_at_most(HrEvents event, int version) {
      var published = event.published(version).stream().map(ProjectFiles::json).toList();

      for (var i = 1; i < published.size(); i++) {
        assertThat(SchemaChange.breaks(published.get(i - 1), published.get(i))).isEmpty();
      }
    }

    @ParameterizedTest
    @MethodSource("io.referralflow.tests.contract.EventsTest#versions")
    void old_readers_accept_new_examples_and_new_readers_old_ones(HrEvents event, int version) {
      for (var published : event.published(version)) {
        var schemas = Schemas.in(ProjectFiles.json(published));
        for (var example : event.examples(version)) {
          assertThat(schemas.errors("", ProjectFiles.json(example).get("detail")))
              .as("%s by %s", example, published)
              .isEmpty();
        }
      }
    }

    @Test
    void an_optional_field_may_be_added() {
      var changed = hired();
      ((ObjectNode) changed.at("/properties/data/properties"))
          .putObject("team")
          .put("type", "string");

      assertThat(SchemaChange.breaks(hired(), changed)).isEmpty();
    }

    @Test
    void a_field_may_not_become_required() {
      var changed = hired();
      changed.at("/properties/data/required").asArray().add("probationEndDate");

      assertThat(SchemaChange.breaks(hired(), changed))
          .containsExactly("/properties/data/required");
    }

    @Test
    void a_field_may_not_go() {
      var changed = hired();
      ((ObjectNode) changed.at("/properties/data/properties")).remove("vacancyId");

      assertThat(SchemaChange.breaks(hired(), changed))
          .containsExactly("/properties/data/properties/vacancyId");
    }

    @Test
    void a_field_may_not_get_another_form() {
      var changed = hired();
      ((ObjectNode) changed.at("/properties/data/properties/employeeId")).put("maxLength", 8);

      assertThat(SchemaChange.breaks(hired(), changed))
          .containsExactly("/properties/data/properties/employeeId/maxLength");
    }

    @Test
    void an_open_object_may_not_be_closed() {
      var changed = hired();
      ((ObjectNode) changed.at("/properties/data")).put("additionalProperties", false);

      assertThat(SchemaChange.breaks(hired(), changed))
          .containsExactly("/properties/data/additionalProperties");
    }

    private static JsonNode hired() {
      return new HrEvents(ProjectFiles.events().resolve("candidate-hired")).schema(1);
    }
  }

  @Nested
  class Elsewhere {

    @Test
    void the_bus_delivers_exactly_the_events_that_have_a_folder() {
      assertThat(detailTypes(ProjectFiles.template()))
          .containsExactlyInAnyOrderElementsOf(
              HrEvents.all().stream().map(HrEvents::detailType).toList());
    }

    @Test
    void the_api_takes_exactly_the_events_about_hires() {
      var types = ProjectFiles.openapi().at("/components/schemas/HrEventType/enum");

      assertThat(types.valueStream().map(JsonNode::asString))
          .containsExactlyInAnyOrderElementsOf(
              HrEvents.aboutHires().stream().map(HrEvents::detailType).toList());
    }

    @ParameterizedTest
    @MethodSource("io.referralflow.tests.contract.EventsTest#versions")
    void the_code_understands_every_example(HrEvents event, int version) {
      for (var file : event.examples(version)) {
        assertThat(HrEventJson.fromBus(ProjectFiles.text(file), text -> text))
            .as(file.toString())
            .isInstanceOf(understood(event));
      }
    }

    @ParameterizedTest
    @MethodSource("io.referralflow.tests.contract.EventsTest#events")
    void the_code_refuses_every_bad_example_for_its_reason(HrEvents event) {
      for (var file : event.badExamples()) {
        var bad = ProjectFiles.json(file);
        var expected = bad.get("reason").asString();
        var read = HrEventJson.fromBus(bad.get("event").toString(), text -> text);
        if (FOUND_BY_SCHEMA.contains(expected)) {
          assertThat(read)
              .as(file.toString())
              .isInstanceOfSatisfying(
                  HrEventJson.FromBus.NotUnderstood.class,
                  not -> assertThat(not.reason().wireName()).isEqualTo(expected));
        } else {
          assertThat(read).as(file.toString()).isInstanceOf(understood(event));
        }
      }
    }

    @Test
    void the_code_gives_only_reasons_of_the_contract() {
      var reasons = ProjectFiles.openapi().at("/components/schemas/FailureReason/enum");

      assertThat(Refusals.Reason.values())
          .extracting(Refusals.Reason::wireName)
          .isSubsetOf(reasons.valueStream().map(JsonNode::asString).toList());
    }

    private static Class<? extends HrEventJson.FromBus> understood(HrEvents event) {
      if (HrEvents.aboutHires().contains(event)) {
        return HrEventJson.FromBus.Understood.class;
      }
      if (event.detailType().startsWith("Application")) {
        return HrEventJson.FromBus.AboutApplication.class;
      }
      return event.detailType().startsWith("Vacancy")
          ? HrEventJson.FromBus.AboutVacancy.class
          : HrEventJson.FromBus.AboutColleague.class;
    }

    private static List<String> detailTypes(JsonNode template) {
      return template
          .get("Resources")
          .valueStream()
          .flatMap(resource -> resource.at("/Properties/Events").valueStream())
          .flatMap(event -> event.at("/Properties/Pattern/detail-type").valueStream())
          .map(JsonNode::asString)
          .toList();
    }
  }

  @Nested
  class Inputs {

    private static final ReferralId REFERRAL = new ReferralId("01jq8z6v7k3m9x2c4b5n6p7r8s");

    @Test
    void are_json_and_named_in_the_catalogue() {
      var catalogue = ProjectFiles.text(ProjectFiles.events().resolve("README.md"));

      assertThat(inputs())
          .hasSizeGreaterThan(30)
          .allSatisfy(file -> {
            assertThatCode(() -> assertThat(ProjectFiles.json(file).isObject()).isTrue())
                .as(file.toString())
                .doesNotThrowAnyException();
            assertThat(catalogue).contains(inputName(file));
          });
    }

    @Test
    void of_the_api_are_refused_or_accepted_as_the_contract_says() {
      var contract = Contract.ofProject();

      var inputs =
          ProjectFiles.below(ProjectFiles.events().resolve("inputs/api"), ".json").stream()
              .map(ApiInput::read)
              .filter(ApiInput::isInContract)
              .toList();

      assertThat(inputs).hasSizeGreaterThan(75);
      inputs.forEach(input -> input.assertAsNamed(contract));
    }

    @Test
    void of_the_bus_are_what_the_schemas_say() {
      for (var event : HrEvents.all()) {
        var schemas = Schemas.in(event.schema(1));
        for (var file :
            ProjectFiles.below(ProjectFiles.events().resolve("inputs/hr-events"), ".json")) {
          var input = ProjectFiles.json(file);
          if (input.get("detail-type").asString().equals(event.detailType())) {
            assertThat(schemas.errors("", input.get("detail")).isEmpty())
                .as(file.toString())
                .isNotEqualTo(file.getFileName().toString().startsWith("failure-"));
          }
        }
      }
    }

    @Test
    void of_the_outbox_say_what_is_to_be_done() {
      assertThat(toDo("submitted")).containsExactly("start leg 1", "send 2", "send 3");
      assertThat(toDo("answered")).containsExactly("wake leg 1");
      assertThat(toDo("reminded")).containsExactly("nothing for leg 1", "send 6");
      assertThat(toDo("payout")).containsExactly("send 7");
    }

    private static List<String> toDo(String name) {
      return StreamJson.read(ProjectFiles.text(input("outbox/" + name + ".json"))).stream()
          .flatMap(row -> StreamedRow.of(row.pk(), row.sk(), row.attributes()).stream())
          .map(row ->
              switch (row) {
                case StreamedRow.Step step when step.newLeg() -> "start leg " + step.leg();
                case StreamedRow.Step step when step.wakes() -> "wake leg " + step.leg();
                case StreamedRow.Step step -> "nothing for leg " + step.leg();
                case StreamedRow.Mail mail -> "send " + mail.number();
                case StreamedRow.ProgrammeMail mail -> "send " + mail.id();
              })
          .toList();
    }

    @Test
    void of_the_workflow_are_its_tasks() {
      assertThat(task("await-hire"))
          .isEqualTo(new Task.Park(WaitingStep.AWAIT_HIRE, REFERRAL, 1, "AQCEAAAAKgAAAAMAAAAC"));
      assertThat(task("plan")).isEqualTo(new Task.Plan(REFERRAL, 2));
      assertThat(task("release")).isEqualTo(new Task.Release(REFERRAL, 2, 1));
      assertThat(ProjectFiles.below(input("workflow"), ".json"))
          .allSatisfy(file ->
              assertThat(WorkflowJson.read(ProjectFiles.text(file))).isInstanceOf(Task.class));
    }

    private static Task task(String name) {
      return WorkflowJson.read(ProjectFiles.text(input("workflow/" + name + ".json")));
    }

    @Test
    void of_upkeep_are_its_runs() {
      assertThat(UpkeepJson.read(ProjectFiles.text(input("upkeep/hourly.json"))))
          .isEqualTo(Upkeep.Run.HOURLY);
      assertThat(UpkeepJson.read(ProjectFiles.text(input("upkeep/daily.json"))))
          .isEqualTo(Upkeep.Run.DAILY);
    }

    private static Path input(String name) {
      return ProjectFiles.events().resolve("inputs").resolve(name);
    }

    private static List<Path> inputs() {
      return ProjectFiles.below(ProjectFiles.events().resolve("inputs"), ".json");
    }

    private static String inputName(Path file) {
      return ProjectFiles.events().resolve("inputs").relativize(file).toString();
    }
  }

  static Stream<HrEvents> events() {
    return HrEvents.all().stream();
  }

  static Stream<Arguments> versions() {
    return events()
        .flatMap(event -> event.versions().stream().map(version -> Arguments.of(event, version)));
  }

  private static String kebab(String detailType) {
    return detailType.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
