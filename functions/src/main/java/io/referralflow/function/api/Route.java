package io.referralflow.function.api;

import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One route of the API.
///
/// @param path its parts as in openapi.yaml; one in braces is a variable
record Route(String method, List<String> path, Body body, Access access) {

  /// What a call carries.
  enum Body {
    NONE("", 100 * 1024),
    JSON("application/json", 100 * 1024),
    /// A file, which Lambda lets be 6 MB with all that is around it.
    CSV("text/csv", 4 * 1024 * 1024);

    private final String mediaType;
    private final int largest;

    Body(String mediaType, int largest) {
      this.mediaType = mediaType;
      this.largest = largest;
    }

    String mediaType() {
      return mediaType;
    }

    /// In bytes.
    int largest() {
      return largest;
    }
  }

  /// Who may call.
  sealed interface Access {
    /// Anybody; the call proves itself otherwise.
    record Open(Function<Call, Answer> handler) implements Access {}

    /// Whoever is signed in and has one of the roles; no roles: everybody.
    record SignedIn(Set<Role> roles, BiFunction<Caller, Call, Answer> handler) implements Access {}
  }

  static Route open(String method, String path, boolean body, Function<Call, Answer> handler) {
    return new Route(method, parts(path), json(body), new Access.Open(handler));
  }

  static Route signedIn(
      String method,
      String path,
      boolean body,
      Set<Role> roles,
      BiFunction<Caller, Call, Answer> handler) {
    return new Route(method, parts(path), json(body), new Access.SignedIn(roles, handler));
  }

  /// A route that takes a file.
  static Route file(String path, Set<Role> roles, BiFunction<Caller, Call, Answer> handler) {
    return new Route("POST", parts(path), Body.CSV, new Access.SignedIn(roles, handler));
  }

  private static Body json(boolean body) {
    return body ? Body.JSON : Body.NONE;
  }

  /// The name of the route in the log.
  String name() {
    return method + " /" + String.join("/", path);
  }

  /// The variables of a path; empty when it is not this route's.
  Optional<Map<String, String>> match(List<String> parts) {
    if (parts.size() != path.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (var i = 0; i < parts.size(); i++) {
      var name = path.get(i);
      if (name.startsWith("{")) {
        variables.put(name.substring(1, name.length() - 1), parts.get(i));
      } else if (!name.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  static List<String> parts(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
