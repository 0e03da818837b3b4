package io.referralflow.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What `openapi.yaml` owes its readers, beyond being OpenAPI.
class OpenApiTest {

  private static final JsonNode DOCUMENT = ProjectFiles.openapi();
  private static final List<Operation> OPERATIONS = Operation.all(DOCUMENT);

  @Test
  void every_route_that_others_build_against_is_there() {
    assertThat(OPERATIONS)
        .extracting(
            operation -> operation.method().toUpperCase(Locale.ROOT) + " " + operation.template())
        .containsExactlyInAnyOrder(
            "GET /me",
            "GET /vacancies",
            "GET /vacancies/{id}",
            "PUT /vacancies/{id}",
            "GET /terms",
            "GET /terms/upcoming",
            "GET /terms/{version}",
            "GET /terms/{version}/announcement",
            "PUT /terms",
            "GET /settings",
            "PUT /settings",
            "POST /referrals",
            "GET /referrals",
            "GET /referrals/{id}",
            "POST /referrals/{id}/withdrawal",
            "POST /referrals/{id}/appeal",
            "GET /referrals/{id}/thanks",
            "POST /referrals/{id}/thanks",
            "POST /referrals/{id}/decisions",
            "POST /referrals/{id}/phase",
            "PUT /referrals/{id}/candidate-email",
            "POST /referrals/{id}/vacancy",
            "GET /invitation",
            "POST /invitation",
            "PUT /invitation",
            "POST /invitation/copy",
            "GET /worklist",
            "POST /hr-events",
            "GET /hr-events",
            "POST /hr-events/{id}/agreement",
            "GET /payouts",
            "POST /payouts/{id}/confirmation",
            "POST /payouts/{id}/hold",
            "POST /payouts/{id}/hold-release",
            "POST /payouts/{id}/corrections",
            "GET /brake",
            "POST /brake",
            "GET /brake/changes",
            "GET /pre-payment-report",
            "GET /programme/promise-kept",
            "GET /parity",
            "GET /forecast",
            "GET /provision",
            "POST /forecast/what-if",
            "GET /failures",
            "GET /employees",
            "GET /employees/{hrNumber}",
            "PUT /employees/{hrNumber}",
            "POST /employees/import",
            "POST /vacancies/import",
            "POST /referrals/import",
            "POST /payouts/confirmations",
            "GET /pay-runs/{payDay}",
            "GET /pay-runs/{payDay}/export",
            "GET /payroll-targets/{name}",
            "PUT /payroll-targets/{name}",
            "GET /programmes",
            "GET /programmes/{id}",
            "PUT /programmes/{id}",
            "GET /programmes/{id}/report",
            "POST /programmes/{id}/status",
            "GET /outside-referrers",
            "POST /outside-referrers",
            "POST /outside-referrers/{id}/withdrawal",
            "GET /programmes/{id}/terms",
            "PUT /programmes/{id}/terms",
            "GET /programmes/{id}/terms/upcoming",
            "GET /programmes/{id}/terms/{version}",
            "POST /programmes/{id}/continuation",
            "GET /points",
            "GET /catalogue",
            "PUT /catalogue/{id}",
            "POST /points/orders",
            "GET /points/orders",
            "POST /points/orders/{id}/delivery",
            "POST /points/orders/{id}/cancellation",
            "POST /points/corrections");
  }

  @Test
  void every_example_is_what_its_schema_says() {
    var schemas = Schemas.in(DOCUMENT);
    var wrong = new ArrayList<String>();
    var examples = mediaTypes("");

    for (var at : examples) {
      DOCUMENT
          .at(at + "/examples")
          .propertyStream()
          .forEach(example -> {
            var value = resolve(example.getValue()).get("value");
            schemas
                .errors(at + "/schema", value)
                .forEach(error -> wrong.add(at + " " + example.getKey() + ": " + error));
          });
    }

    assertThat(examples).hasSizeGreaterThan(30);
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_body_has_an_example() {
    assertThat(mediaTypes(""))
        .allSatisfy(at -> assertThat(DOCUMENT.at(at + "/examples")).as(at).isNotEmpty());
  }

  @Test
  void every_object_is_closed_but_the_data_of_an_event() {
    var open = new ArrayList<String>();
    walk("/components/schemas", open);

    assertThat(open)
        .containsExactlyInAnyOrder(
            "/components/schemas/CandidateHired/properties/data",
            "/components/schemas/StartDateChanged/properties/data",
            "/components/schemas/ProbationChanged/properties/data",
            "/components/schemas/HireCancelled/properties/data",
            "/components/schemas/EmploymentEnded/properties/data",
            "/components/schemas/EnteredHrEvent/properties/data");
  }

  @Test
  void every_refusal_is_a_problem() {
    for (var operation : OPERATIONS) {
      operation.statuses().stream()
          .filter(status -> status >= 400)
          .forEach(status ->
              assertThat(operation.mediaType(status))
                  .as("%s %d", operation.id(), status)
                  .isEqualTo("application/problem+json"));
    }
  }

  @Test
  void whoever_needs_a_token_may_lack_it_or_the_role() {
    assertThat(OPERATIONS)
        .allSatisfy(operation ->
            assertThat(operation.statuses().containsAll(List.of(401, 403)))
                .as(operation.id())
                .isEqualTo(operation.needsToken()));
  }

  @Test
  void whoever_takes_a_body_may_refuse_it() {
    assertThat(OPERATIONS)
        .filteredOn(operation -> operation.requestSchema().isPresent())
        .hasSizeGreaterThan(10)
        .allSatisfy(operation ->
            assertThat(operation.statuses()).as(operation.id()).contains(400, 413, 415, 422));
  }

  @Test
  void every_operation_names_its_roles() {
    var roles =
        Set.of("employee", "referrer", "candidate", "recruiter", "finance", "programme-manager");

    for (var operation : OPERATIONS) {
      var named = operation.node().get("x-roles").valueStream().map(JsonNode::asString).toList();
      assertThat(named).as(operation.id()).isNotEmpty().isSubsetOf(roles);
    }
  }

  @Test
  void every_text_that_may_be_sent_has_a_longest_length() {
    var endless = new ArrayList<String>();
    for (var operation : OPERATIONS) {
      operation.requestSchema().ifPresent(schema -> endless(schema, new HashSet<>(), endless));
      operation.parameters().forEach(it -> endless(it.schemaPointer(), new HashSet<>(), endless));
    }

    assertThat(endless).isEmpty();
  }

  @Test
  void an_event_by_hand_holds_what_the_bus_holds() {
    for (var event : HrEvents.aboutHires()) {
      assertThat(
              withoutWords(
                  resolveAll(
                      DOCUMENT.at(
                          "/components/schemas/" + event.detailType() + "/properties/data"))))
          .as(event.detailType())
          .isEqualTo(withoutWords(event.schema(1).at("/properties/data")));
    }
  }

  /// Where a schema stands with its examples: bodies of requests and of answers.
  private static List<String> mediaTypes(String at) {
    var node = DOCUMENT.at(at);
    if (node.isArray()) {
      return IntStream.range(0, node.size())
          .mapToObj(i -> at + "/" + i)
          .flatMap(it -> mediaTypes(it).stream())
          .toList();
    }
    return node.propertyStream()
        .flatMap(property -> {
          var below = at + Schemas.step(property.getKey());
          return property.getKey().equals("content") && property.getValue().isObject()
              ? property.getValue().propertyNames().stream().map(type -> below + Schemas.step(type))
              : mediaTypes(below).stream();
        })
        .toList();
  }

  private static void walk(String at, List<String> open) {
    var node = DOCUMENT.at(at);
    if (node.path("type").asString("").equals("object")
        && node.path("additionalProperties").asBoolean(true)) {
      open.add(at);
    }
    node.propertyStream()
        .filter(property -> property.getValue().isObject())
        .forEach(property -> walk(at + Schemas.step(property.getKey()), open));
  }

  private static void endless(String at, Set<String> visited, List<String> endless) {
    var node = DOCUMENT.at(at);
    if (node.has("$ref")) {
      var target = node.get("$ref").asString().substring(1);
      if (visited.add(target)) {
        endless(target, visited, endless);
      }
      return;
    }
    if (node.path("type").asString("").equals("string")
        && Stream.of("maxLength", "enum", "format", "pattern").noneMatch(node::has)) {
      endless.add(at);
    }
    for (var list : List.of("oneOf", "anyOf")) {
      for (var i = 0; i < node.path(list).size(); i++) {
        endless(at + "/" + list + "/" + i, visited, endless);
      }
    }
    node.path("properties")
        .propertyNames()
        .forEach(name -> endless(at + "/properties" + Schemas.step(name), visited, endless));
    if (node.has("items")) {
      endless(at + "/items", visited, endless);
    }
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static JsonNode resolveAll(JsonNode node) {
    return HrEvents.mapped(node, OpenApiTest::resolve);
  }

  private static JsonNode withoutWords(JsonNode node) {
    return HrEvents.without(node, Set.of("description", "examples"));
  }

  @Test
  void the_statuses_of_each_operation_are_known_numbers() {
    var known =
        Map.of(
            2,
            Set.of(200, 201, 202),
            4,
            Set.of(400, 401, 403, 404, 409, 413, 415, 422, 429),
            5,
            Set.of(500, 503, 504));

    assertThat(OPERATIONS)
        .flatMap(Operation::statuses)
        .allSatisfy(status -> assertThat(known.get(status / 100)).contains(status));
  }
}
