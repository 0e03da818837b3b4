package io.referralflow.tests.journey.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTP with text in and out, bounded in time.
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  HttpResponse<String> get(URI address) {
    return send(request(address).header("Accept", "application/json").build());
  }

  /// Whether somebody is there and says that all is well.
  boolean answersWell(URI address) {
    try {
      return get(address).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return JsonMapper.shared().readTree(answer.body());
  }
}
