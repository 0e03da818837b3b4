package io.referralflow.tests.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request and the answer it got.
///
/// @param path from the root of the host, without the query
/// @param query as it was sent, undecoded; empty without one
/// @param body empty when none was sent
/// @param answer the body of the answer; blank when there was none
public record Exchange(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    Optional<String> body,
    int status,
    Map<String, List<String>> answerHeaders,
    String answer) {

  public Exchange {
    headers = byNameOfAnyCase(headers);
    answerHeaders = byNameOfAnyCase(answerHeaders);
  }

  /// What Java's own client sent and got.
  ///
  /// @param sent the body of the request, since the request itself does not tell
  public static Exchange of(
      HttpRequest request, Optional<String> sent, HttpResponse<String> response) {
    var query = request.uri().getRawQuery();
    return new Exchange(
        request.method(),
        request.uri().getRawPath(),
        query == null ? "" : query,
        request.headers().map(),
        sent,
        response.statusCode(),
        response.headers().map(),
        response.body());
  }

  Optional<String> header(String name) {
    return first(headers, name);
  }

  Optional<String> answerHeader(String name) {
    return first(answerHeaders, name);
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static Map<String, List<String>> byNameOfAnyCase(Map<String, List<String>> headers) {
    var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return java.util.Collections.unmodifiableMap(copy);
  }
}
