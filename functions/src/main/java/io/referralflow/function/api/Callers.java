package io.referralflow.function.api;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.json.ProxyRequest;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import io.referralflow.staff.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who calls, by the claims of a token that API Gateway has checked. Only an ID token made for this
/// site counts.
final class Callers {

  private final String clientId;

  Callers(String clientId) {
    this.clientId = clientId;
  }

  Optional<Caller> of(ProxyRequest request) {
    if (!claim(request, "token_use").filter("id"::equals).isPresent()
        || !claim(request, "aud").filter(clientId::equals).isPresent()) {
      return Optional.empty();
    }
    return claim(request, "sub")
        .flatMap(id ->
            claim(request, "email")
                .flatMap(Email::of)
                .map(email -> caller(employee(request, id, email), roles(request))));
  }

  private static Caller caller(Employee employee, Set<Role> roles) {
    return new Caller(employee.with(roles), roles);
  }

  private static Employee employee(ProxyRequest request, String id, Email email) {
    var address = email.value();
    return new Employee(
        new EmployeeId(id),
        claim(request, "name").orElse(address.substring(0, address.indexOf('@'))),
        email,
        claim(request, "locale")
            .flatMap(tag -> Language.ofTag(tag.replace('_', '-')))
            .orElse(Language.NL),
        claim(request, "custom:hrNumber"),
        claim(request, "email_verified").filter("true"::equals).isPresent());
  }

  /// The groups of the token, as a list or as API Gateway writes one: `a,b` or `[a b]`. Groups that
  /// mean nothing here are ignored.
  private static Set<Role> roles(ProxyRequest request) {
    var roles = EnumSet.noneOf(Role.class);
    for (var group : groups(request)) {
      for (var role : Role.values()) {
        if (role.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(group)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  private static List<String> groups(ProxyRequest request) {
    var groups = new ArrayList<String>();
    for (var claim : request.claims().getOrDefault("cognito:groups", List.of())) {
      groups.addAll(List.of(claim.replaceAll("[\\[\\],\"]", " ").strip().split("\\s+")));
    }
    return groups;
  }

  private static Optional<String> claim(ProxyRequest request, String name) {
    return request.claims().getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
