package io.referralflow.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Speaks to the local cloud as an SDK would, with what is needed and no more. The signature is a
/// dummy: the local cloud reads the account and the service from it and does not check it.
public final class LocalCloud {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI endpoint;
  private final String region;

  public LocalCloud(URI endpoint, String region) {
    this.endpoint = endpoint;
    this.region = region;
  }

  /// Calls a function and waits for its answer.
  public void invoke(String function, String payload) throws InterruptedException {
    HttpResponse<String> answer =
        send(
            signed("/2015-03-31/functions/" + function + "/invocations", "lambda")
                .POST(BodyPublishers.ofString(payload)));
    if (answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
      throw new IllegalStateException(function + " failed: " + answer.body());
    }
  }

  JsonNode eventSourceMappings() throws InterruptedException {
    return read(send(signed("/2015-03-31/event-source-mappings/", "lambda").GET()));
  }

  JsonNode dynamo(String operation, JsonNode request) throws InterruptedException {
    return called("dynamodb", "DynamoDB_20120810." + operation, request);
  }

  JsonNode streams(String operation, JsonNode request) throws InterruptedException {
    return called("dynamodb", "DynamoDBStreams_20120810." + operation, request);
  }

  JsonNode inbox() throws InterruptedException {
    return read(send(signed("/_ministack/ses/messages", "ses").GET()));
  }

  /// What an execution did last.
  ///
  /// @param at by the machine's own clock
  record ExecutionEvent(String type, Instant at) {}

  /// Empty when there is no such execution.
  Optional<ExecutionEvent> lastEvent(String execution) throws InterruptedException {
    ObjectNode request =
        JSON.createObjectNode()
            .put("executionArn", execution)
            .put("maxResults", 1)
            .put("reverseOrder", true);
    HttpResponse<String> answer =
        ask(json("states", "AWSStepFunctions.GetExecutionHistory", request));
    if (answer.statusCode() == 400 && answer.body().contains("ExecutionDoesNotExist")) {
      return Optional.empty();
    }
    JsonNode event = read(succeeded(answer)).path("events").path(0);
    long millis = Math.round(event.path("timestamp").asDouble(0) * 1_000);
    return Optional.of(
        new ExecutionEvent(event.path("type").asString(""), Instant.ofEpochMilli(millis)));
  }

  JsonNode events(String operation, JsonNode request) throws InterruptedException {
    return called("events", "AWSEvents." + operation, request);
  }

  private JsonNode called(String service, String target, JsonNode request)
      throws InterruptedException {
    return read(send(json(service, target, request)));
  }

  private HttpRequest.Builder json(String service, String target, JsonNode request) {
    return signed("/", service)
        .header("X-Amz-Target", target)
        .header("Content-Type", "application/x-amz-json-1.0")
        .POST(BodyPublishers.ofString(request.toString()));
  }

  private HttpRequest.Builder signed(String path, String service) {
    return HttpRequest.newBuilder(endpoint.resolve(path))
        .timeout(Duration.ofMinutes(10))
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=none"
                .formatted(region, service));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    return succeeded(ask(request));
  }

  private static HttpResponse<String> succeeded(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          "The local cloud answered %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer;
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws InterruptedException {
    try {
      return sendTwice(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException("The local cloud cannot be reached.", e);
    }
  }

  /// A connection may have been closed just when it was to be used again; nothing that is asked
  /// here does harm when it is asked twice.
  private HttpResponse<String> sendTwice(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
