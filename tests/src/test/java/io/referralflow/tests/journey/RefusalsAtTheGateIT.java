package io.referralflow.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.journey.door.Answer;
import io.referralflow.tests.journey.door.Door;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whatever refuses a call, the gateway or the function behind it: the answer is a problem that the
/// site may read.
class RefusalsAtTheGateIT extends Journey {

  private static final Optional<String> NOTHING = Optional.empty();

  @Test
  void nobody_in_particular_is_not_signed_in() {
    assertReadable(asks("GET", "/me", Map.of()), "401 unauthorized");
    assertReadable(asks("GET", "/me", Map.of("Authorization", "emma")), "401 unauthorized");
    assertReadable(asks("GET", "/me", Door.bearer("a.b.c")), "401 unauthorized");
  }

  @Test
  void a_forged_token_is_no_token() {
    var parts =
        door.emma()
            .headers()
            .getOrDefault("Authorization", "")
            .replace("Bearer ", "")
            .split("\\.", 3);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    var more = claims.replaceFirst("\\{", "{\"cognito:groups\":[\"programme-manager\"],");
    var none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    for (var forged :
        List.of(
            parts[0] + "." + encoded(more) + "." + parts[2],
            none + "." + encoded(more) + ".",
            parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse())) {
      assertReadable(asks("GET", "/settings", Door.bearer(forged)), "401 unauthorized");
    }
  }

  @Test
  void an_access_token_is_not_an_id_token() {
    var token = door.accessToken("emma");

    assertReadable(asks("GET", "/me", Door.bearer(token)), "401 unauthorized");
  }

  @Test
  void what_somebody_may_not_is_forbidden() {
    assertReadable(asks("GET", "/settings", door.emma().headers()), "403 forbidden");
  }

  @Test
  void an_unknown_route_or_method_is_not_found() {
    var emma = door.emma().headers();
    assertReadable(asks("GET", "/nothing", emma), "404 not-found");
    assertReadable(asks("GET", "/me/too", emma), "404 not-found");
    assertReadable(asks("DELETE", "/referrals", emma), "404 not-found");
    assertReadable(asks("PATCH", "/me", emma), "404 not-found");
    assertReadable(asks("POST", "/me", emma), "404 not-found");
  }

  @Test
  void too_much_is_too_large() {
    var body = Optional.of("{\"introduction\":\"" + "x".repeat(200_000) + "\"}");

    assertReadable(
        door.call("POST", "/referrals", fromTheSite(door.emma().headers()), body), "413 too-large");
  }

  @Test
  void a_browser_may_ask_first_from_the_site_and_from_nowhere_else() {
    var asked =
        Map.of(
            "Access-Control-Request-Method", "POST",
            "Access-Control-Request-Headers", "authorization,content-type,idempotency-key");

    var site = door.call("OPTIONS", "/referrals", fromTheSite(asked), NOTHING);
    assertThat(site.status()).isBetween(200, 204);
    assertThat(site.header("Access-Control-Allow-Origin")).isEqualTo(origin());
    assertThat(site.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(site.header("Access-Control-Allow-Headers").toLowerCase(java.util.Locale.ROOT))
        .contains("authorization", "content-type", "idempotency-key", "invitation-token");

    var elsewhere = new HashMap<>(asked);
    elsewhere.put("Origin", "https://elsewhere.example");
    assertThat(
            door.call("OPTIONS", "/referrals", elsewhere, NOTHING)
                .header("Access-Control-Allow-Origin"))
        .isNotEqualTo("https://elsewhere.example")
        .isNotEqualTo("*");
  }

  private void assertReadable(Answer answer, String refusal) {
    assertThat(answer.refusal()).isEqualTo(refusal);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin());
  }

  private Answer asks(String method, String path, Map<String, String> headers) {
    return door.call(method, path, fromTheSite(headers), NOTHING);
  }

  private Map<String, String> fromTheSite(Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put("Origin", origin());
    return all;
  }

  private String origin() {
    return stack.site().toString();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
