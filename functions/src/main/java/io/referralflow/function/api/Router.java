package io.referralflow.function.api;

import io.referralflow.json.Answers;
import io.referralflow.json.Problem;
import io.referralflow.json.ProxyAnswer;
import io.referralflow.json.ProxyRequest;
import io.referralflow.port.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the route of a call and answers it. The order of checks is the contract's: signed in,
/// role, form of the request; then the route itself. A fault is answered without a word about the
/// inside, with an id that is in the log.
public final class Router {

  private static final String BASE = "/v1";
  private static final String NO_ROUTE = "none";

  private final List<Route> routes;
  private final Callers callers;
  private final String siteOrigin;

  Router(List<Route> routes, Callers callers, String siteOrigin) {
    this.routes = List.copyOf(routes);
    this.callers = callers;
    this.siteOrigin = siteOrigin;
  }

  /// An answer, with what the log says of it.
  public record Routed(ProxyAnswer answer, String route, Optional<Throwable> fault) {}

  public Routed answer(ProxyRequest request, String requestId) {
    if (request.method().equals("OPTIONS")) {
      return new Routed(new ProxyAnswer(204, headers(Optional.empty()), ""), "OPTIONS", none());
    }
    var route = "";
    try {
      var found = find(request);
      route = found.map(match -> match.route().name()).orElse(NO_ROUTE);
      var answer =
          found
              .map(match -> call(match, request))
              .orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
      return new Routed(written(answer, requestId), route, none());
    } catch (BadCursor notOurs) {
      var answer = Answer.wrong("cursor", "format", "Take next of the page before.");
      return new Routed(written(answer, requestId), route, none());
    } catch (RuntimeException fault) {
      return new Routed(
          written(Answer.refused(Refusal.FAULT), requestId), route, Optional.of(fault));
    }
  }

  private static Optional<Throwable> none() {
    return Optional.empty();
  }

  private record Match(Route route, Map<String, String> variables) {}

  private Optional<Match> find(ProxyRequest request) {
    if (!request.path().startsWith(BASE + "/")) {
      return Optional.empty();
    }
    var parts = Route.parts(request.path().substring(BASE.length()));
    return routes.stream()
        .filter(route -> route.method().equals(request.method()))
        .flatMap(route -> route.match(parts).map(variables -> new Match(route, variables)).stream())
        .findFirst();
  }

  private Answer call(Match match, ProxyRequest request) {
    var call = new Call(request, match.variables());
    return switch (match.route().access()) {
      case Route.Access.Open(var handler) ->
          form(match.route(), request).orElseGet(() -> handler.apply(call));
      case Route.Access.SignedIn(var roles, var handler) -> {
        var caller = callers.of(request);
        if (caller.isEmpty()) {
          yield Answer.refused(Refusal.UNAUTHORIZED);
        }
        if (!roles.isEmpty() && roles.stream().noneMatch(caller.get()::has)) {
          yield Answer.refused(Refusal.FORBIDDEN);
        }
        yield form(match.route(), request).orElseGet(() -> handler.apply(caller.get(), call));
      }
    };
  }

  /// What is wrong with the outer form of a request.
  private static Optional<Answer> form(Route route, ProxyRequest request) {
    var body = route.body();
    if (request.body().getBytes(StandardCharsets.UTF_8).length > body.largest()) {
      return Optional.of(
          Answer.refused(
              Refusal.TOO_LARGE, "At most " + body.largest() / 1024 + " KB are taken here."));
    }
    return body != Route.Body.NONE && !carries(request, body.mediaType())
        ? Optional.of(
            Answer.refused(Refusal.UNSUPPORTED_MEDIA_TYPE, "Here it is " + body.mediaType() + "."))
        : Optional.empty();
  }

  private static boolean carries(ProxyRequest request, String mediaType) {
    return request
        .header("content-type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(mediaType::equals)
        .isPresent();
  }

  private ProxyAnswer written(Answer answer, String requestId) {
    return switch (answer) {
      case Answer.Done(var status, var json) ->
          new ProxyAnswer(status, headers(Optional.of("application/json")), json);
      case Answer.File(var name, var csv) -> {
        var headers = headers(Optional.of("text/csv; charset=utf-8"));
        headers.put("Content-Disposition", "attachment; filename=\"" + name + "\"");
        yield new ProxyAnswer(200, headers, csv);
      }
      case Answer.Refused(var refusal, var detail, var errors, var earlier) ->
          new ProxyAnswer(
              refusal.status(),
              headers(Optional.of("application/problem+json")),
              Answers.problem(
                  new Problem(
                      refusal.status(),
                      refusal.type(),
                      refusal.title(),
                      requestId,
                      detail,
                      errors,
                      earlier)));
    };
  }

  private Map<String, String> headers(Optional<String> contentType) {
    var headers = new TreeMap<String, String>();
    contentType.ifPresent(type -> headers.put("Content-Type", type));
    headers.put("Access-Control-Allow-Origin", siteOrigin);
    headers.put(
        "Access-Control-Allow-Headers",
        "Authorization,Content-Type,Idempotency-Key,Invitation-Token");
    headers.put("Access-Control-Allow-Methods", "GET,POST,PUT,OPTIONS");
    headers.put("Access-Control-Max-Age", "3600");
    headers.put("Cache-Control", "no-store");
    headers.put("Vary", "Origin");
    headers.put("X-Content-Type-Options", "nosniff");
    return headers;
  }
}
