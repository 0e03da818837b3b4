package io.referralflow.function.api;

import io.referralflow.json.ProxyRequest;
import io.referralflow.referral.ReferralId;
import java.util.Map;
import java.util.Optional;

/// One call of a route.
///
/// @param variables the parts of the path that the route names
record Call(ProxyRequest request, Map<String, String> variables) {

  Call {
    variables = Map.copyOf(variables);
  }

  String variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(() -> new IllegalStateException("The route has no variable " + name));
  }

  /// The referral in the path; empty when it cannot be one.
  Optional<ReferralId> referral() {
    return Optional.of(variable("id")).filter(ReferralId::isValid).map(ReferralId::new);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name));
  }
}
