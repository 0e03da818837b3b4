package io.referralflow.tests.journey.door;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API said, after it was held against the contract.
public record Answer(HttpResponse<String> response) {

  private static final String TYPES = "urn:referralflow:problem:";

  public int status() {
    return response.statusCode();
  }

  public JsonNode body() {
    var text = response.body();
    return JsonMapper.shared().readTree(text.isBlank() ? "null" : text);
  }

  /// The body, if this is the status.
  public JsonNode expect(int status) {
    if (status() != status) {
      throw new AssertionError(
          "%s %s: %d expected, not %d %s"
              .formatted(
                  response.request().method(),
                  response.uri().getPath(),
                  status,
                  status(),
                  response.body()));
    }
    return body();
  }

  /// A refusal in short, such as `409 wrong-state` or `422 fit out-of-range, candidate.name blank`.
  public String refusal() {
    var body = body();
    return status()
        + " "
        + (body.has("errors")
            ? String.join(", ", errors(body))
            : body.path("type").asString("").replace(TYPES, ""));
  }

  private static List<String> errors(JsonNode body) {
    return body.get("errors")
        .valueStream()
        .map(error -> (error.get("field").asString() + " " + error.get("code").asString()).strip())
        .sorted()
        .toList();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
