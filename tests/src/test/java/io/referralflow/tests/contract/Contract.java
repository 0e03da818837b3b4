package io.referralflow.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `openapi.yaml` as a judge. It looks at a request and its answer, both ways: what the contract
/// forbids may not be accepted, and what is answered must be what the contract promises.
///
/// ```java
/// private static final Contract CONTRACT = Contract.ofProject();
///
/// HttpResponse<String> send(HttpRequest request, Optional<String> body) {
///   var response = client.send(request, BodyHandlers.ofString());
///   CONTRACT.check(Exchange.of(request, body, response));
///   return response;
/// }
/// ```
///
/// A refusal is never wrong here as long as the contract knows it; whether it was right to refuse
/// is the journey's question.
public final class Contract {

  private static final String ROOT = "/v1";
  private static final String JSON = "application/json";

  /// A file, of whose lines the contract says nothing that a schema could.
  private static final String FILE = "text/csv";

  private static final String PROBLEM = "application/problem+json";

  private final List<Operation> operations;
  private final Schemas schemas;
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  private record Call(Operation operation, Map<String, String> pathValues) {}

  private Contract(JsonNode document) {
    operations =
        Operation.all(document).stream()
            .sorted(Comparator.comparing(Operation::isLiteral).reversed())
            .toList();
    schemas = Schemas.in(document);
  }

  /// The contract of this project.
  public static Contract ofProject() {
    return new Contract(ProjectFiles.openapi());
  }

  /// Fails, naming everything that is wrong, unless request and answer keep the contract.
  public void check(Exchange exchange) {
    var breaches = breaches(exchange);
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, against openapi.yaml:%n  %s%nanswer: %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  exchange.status(),
                  String.join(System.lineSeparator() + "  ", breaches),
                  exchange.answer()));
    }
  }

  /// What is wrong with a request and its answer; empty when they keep the contract.
  public List<String> breaches(Exchange exchange) {
    if (exchange.method().equalsIgnoreCase("OPTIONS")) {
      return List.of();
    }
    var call = call(exchange);
    if (call.isEmpty()) {
      return unknownRoute(exchange);
    }
    seen.add(call.get().operation().id() + " " + exchange.status());
    return Stream.of(wronglyAccepted(call.get(), exchange), wrongAnswer(call.get(), exchange))
        .flatMap(List::stream)
        .toList();
  }

  /// What is wrong with a request alone; empty when the contract allows it.
  List<String> requestFaults(Exchange exchange) {
    return call(exchange)
        .map(call -> requestErrors(call, exchange))
        .orElseGet(() -> List.of("no such route"));
  }

  /// Every operation with the statuses that have been checked so far, as `listReferrals 200`.
  public Set<String> seen() {
    return Set.copyOf(seen);
  }

  private Optional<Call> call(Exchange exchange) {
    var at = exchange.path().lastIndexOf(ROOT + "/");
    if (at < 0) {
      return Optional.empty();
    }
    var path = exchange.path().substring(at + ROOT.length());
    return operations.stream()
        .flatMap(operation ->
            operation.match(exchange.method(), path).stream()
                .map(values -> new Call(operation, values)))
        .findFirst();
  }

  private List<String> unknownRoute(Exchange exchange) {
    if (exchange.status() != 404) {
      return List.of("A route that the contract does not know is answered 404");
    }
    return answerErrors(exchange, PROBLEM, "/components/schemas/Problem");
  }

  private List<String> wronglyAccepted(Call call, Exchange exchange) {
    if (exchange.status() >= 400) {
      return List.of();
    }
    return requestErrors(call, exchange).stream().map(error -> "accepted though " + error).toList();
  }

  private List<String> requestErrors(Call call, Exchange exchange) {
    var errors = new ArrayList<String>();
    if (call.operation().needsToken() && exchange.header("Authorization").isEmpty()) {
      errors.add("nobody is signed in");
    }
    for (var parameter : call.operation().parameters()) {
      errors.addAll(parameterErrors(call, parameter, exchange));
    }
    call.operation()
        .requestSchema()
        .ifPresent(schema -> errors.addAll(bodyErrors(schema, exchange)));
    return errors;
  }

  private List<String> parameterErrors(
      Call call, Operation.Parameter parameter, Exchange exchange) {
    var values =
        switch (parameter.in()) {
          case "path" -> List.of(call.pathValues().getOrDefault(parameter.name(), ""));
          case "header" -> exchange.headers().getOrDefault(parameter.name(), List.of());
          case "query" -> queryValues(exchange.query(), parameter.name());
          default -> throw new IllegalStateException("A parameter in " + parameter.in());
        };
    if (values.isEmpty()) {
      return parameter.required() ? List.of(parameter.name() + " is missing") : List.of();
    }
    return values.stream()
        .flatMap(value -> valueErrors(parameter.schemaPointer(), value).stream())
        .map(error -> parameter.name() + ": " + error)
        .toList();
  }

  private static List<String> queryValues(String query, String name) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.equals(name) || pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8))
        .toList();
  }

  /// Parameters are texts; one that looks like a whole number may be one.
  private List<String> valueErrors(String schema, String value) {
    var asText = schemas.errors(schema, JsonNodeFactory.instance.stringNode(value));
    return asText.isEmpty() || !value.matches("-?[0-9]{1,18}")
        ? asText
        : schemas.errors(schema, JsonNodeFactory.instance.numberNode(Long.parseLong(value)));
  }

  private List<String> bodyErrors(String schema, Exchange exchange) {
    if (!isMedia(JSON, exchange.header("Content-Type"))) {
      return List.of("the request is no " + JSON);
    }
    try {
      return schemas.errors(schema, ProjectFiles.json(exchange.body().orElse("")));
    } catch (JacksonException e) {
      return List.of("the request is not JSON");
    }
  }

  private List<String> wrongAnswer(Call call, Exchange exchange) {
    var operation = call.operation();
    var status = exchange.status();
    return operation.statuses().contains(status)
        ? answerErrors(exchange, operation.mediaType(status), operation.answerSchema(status))
        : List.of("no such status for %s: %s".formatted(operation.id(), operation.statuses()));
  }

  private List<String> answerErrors(Exchange exchange, String mediaType, String schema) {
    var errors = new ArrayList<String>();
    if (!isMedia(mediaType, exchange.answerHeader("Content-Type"))) {
      errors.add(
          "Content-Type is %s, not %s"
              .formatted(exchange.answerHeader("Content-Type").orElse("absent"), mediaType));
    }
    if (mediaType.equals(FILE)) {
      return errors;
    }
    try {
      var answer = ProjectFiles.json(exchange.answer());
      errors.addAll(schemas.errors(schema, answer));
      if (mediaType.equals(PROBLEM)) {
        errors.addAll(problemErrors(answer, exchange.status()));
      }
    } catch (JacksonException e) {
      errors.add("the answer is not JSON");
    }
    return errors;
  }

  /// What a schema cannot say about a problem.
  private static List<String> problemErrors(JsonNode problem, int status) {
    var errors = new ArrayList<String>();
    if (problem.path("status").asInt(0) != status) {
      errors.add("the problem's status is another than the answer's");
    }
    if (status == 422 && !problem.has("errors")) {
      errors.add("a 422 names the fields in errors[]");
    }
    if (status >= 500 && !problem.has("instance")) {
      errors.add("a fault carries an id in instance");
    }
    return errors;
  }

  private static boolean isMedia(String mediaType, Optional<String> header) {
    return header.filter(it -> it.split(";", 2)[0].strip().equalsIgnoreCase(mediaType)).isPresent();
  }
}
