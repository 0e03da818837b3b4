package io.referralflow.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A file of `events/inputs/api`: a request as API Gateway hands it over, named by the status that
/// it must be answered with, as in `422-submit-referral-fit-six.json`.
record ApiInput(Path file, JsonNode event) {

  /// Statuses that the request itself earns; all others depend on what is stored.
  private static final List<Integer> BY_FORM = List.of(400, 415, 422);

  static ApiInput read(Path file) {
    return new ApiInput(file, ProjectFiles.json(file));
  }

  /// Whether the contract knows the route; what a browser asks beforehand is not in it.
  boolean isInContract() {
    return status() != 204 && !file.getFileName().toString().contains("-route-");
  }

  void assertAsNamed(Contract contract) {
    var faults = contract.requestFaults(asExchange());
    assertThat(faults.isEmpty())
        .as("%s: %s", file, faults)
        .isEqualTo(!BY_FORM.contains(status()) || isRefusedByRule());
  }

  private int status() {
    return Integer.parseInt(file.getFileName().toString().substring(0, 3));
  }

  /// A 422 for a rule, not for the form, says so in its name.
  private boolean isRefusedByRule() {
    return file.getFileName().toString().contains("-rule-");
  }

  private Exchange asExchange() {
    return new Exchange(
        event.get("httpMethod").asString(),
        event.get("path").asString(),
        query(),
        headers(),
        event.get("body").isNull() ? Optional.empty() : Optional.of(event.get("body").asString()),
        status(),
        Map.of(),
        "");
  }

  private String query() {
    return event
        .get("queryStringParameters")
        .propertyStream()
        .map(it -> it.getKey() + "=" + it.getValue().asString())
        .collect(Collectors.joining("&"));
  }

  private Map<String, List<String>> headers() {
    return event
        .get("headers")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue().asString())));
  }
}
