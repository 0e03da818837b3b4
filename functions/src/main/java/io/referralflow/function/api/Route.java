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
/// @param body whether the call carries a JSON body
record Route(String method, List<String> path, boolean body, Access access) {

  /// Who may call.
  sealed interface Access {
    /// Anybody; the call proves itself otherwise.
    record Open(Function<Call, Answer> handler) implements Access {}

    /// Whoever is signed in and has one of the roles; no roles: everybody.
    record SignedIn(Set<Role> roles, BiFunction<Caller, Call, Answer> handler) implements Access {}
  }

  static Route open(String method, String path, boolean body, Function<Call, Answer> handler) {
    return new Route(method, parts(path), body, new Access.Open(handler));
  }

  static Route signedIn(
      String method,
      String path,
      boolean body,
      Set<Role> roles,
      BiFunction<Caller, Call, Answer> handler) {
    return new Route(method, parts(path), body, new Access.SignedIn(roles, handler));
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
