package io.referralflow.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.contract.Calls;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Bad tokens of somebody who may do everything, through the gateway with its authorizer in front:
/// on every call that needs a token each is refused as no token at all, and nothing happens. One
/// thing the local cloud cannot show: a token of ours that is well signed and has expired, since
/// its pool signs none; a changed time is refused here for the signature.
class BadTokensIT extends Journey {

  @Test
  void on_every_call_every_bad_token_is_no_token() throws GeneralSecurityException {
    clock.rest();
    var rows = stack.rows();
    var kinds = kinds();
    var asked = 0;
    for (var call : Calls.signedIn()) {
      for (var kind : kinds.entrySet()) {
        var words = call.split(" ", 2);
        var answer =
            door.call(
                words[0],
                words[1].replaceAll("\\{\\w+}", "01jq8z6v7k3m9x2c4b5n6p7r8s"),
                Map.of("Authorization", kind.getValue()),
                words[0].equals("GET") ? Optional.empty() : Optional.of("{}"));

        assertThat(answer.refusal())
            .as("%s, %s", call, kind.getKey())
            .isEqualTo("401 unauthorized");
        asked++;
      }
    }

    System.out.printf(
        "Bad tokens at the gateway: %d kinds on %d calls, %d refused%n",
        kinds.size(), Calls.signedIn().size(), asked);
    clock.rest();
    assertThat(stack.rows()).isEqualTo(rows);
  }

  private Map<String, String> kinds() throws GeneralSecurityException {
    var good = stack.idToken("petra");
    var parts = good.split("\\.", 3);
    var head = decoded(parts[0]);
    var claims = decoded(parts[1]);
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("nothing behind Bearer", "Bearer");
    kinds.put("empty", "Bearer ");
    kinds.put("garbage", "Bearer x");
    kinds.put("three parts of garbage", "Bearer a.b.c");
    kinds.put("another scheme", "Basic " + good);
    kinds.put("an access token", "Bearer " + door.accessToken("petra"));
    kinds.put("not signed", bearer(parts[0], parts[1], ""));
    kinds.put("two parts", "Bearer " + parts[0] + "." + parts[1]);
    kinds.put("signed by none", bearer(encoded(algorithm(head, "none")), parts[1], ""));
    kinds.put("signed with the public key", signed(algorithm(head, "HS256"), claims));
    kinds.put(
        "by another key",
        bearer(encoded(head.replaceFirst("kid\": *\"[^\"]*", "kid\":\"x")), parts[1], parts[2]));
    kinds.put("with another role", changed(parts, claims, "programme-manager", "recruiter"));
    kinds.put("of another person", changed(parts, claims, "petra@", "emma@"));
    kinds.put("expired", bearer(parts[0], encoded(number(claims, "exp", 1)), parts[2]));
    kinds.put(
        "not yet", bearer(parts[0], encoded(number(claims, "iat", 9_999_999_999L)), parts[2]));
    kinds.put(
        "of another pool's name", changed(parts, claims, "amazonaws.com/", "amazonaws.com/x"));
    kinds.put(
        "with the signature of another",
        bearer(parts[0], parts[1], stack.idToken("emma").split("\\.", 3)[2]));
    kinds.put("of another client", "Bearer " + stack.directory().tokenOfAnotherClient("petra"));
    kinds.put("of another pool", "Bearer " + stack.directory().tokenOfAnotherPool("petra"));
    assertThat(kinds.values()).doesNotHaveDuplicates().doesNotContain("Bearer " + good);
    return kinds;
  }

  private static String changed(String[] parts, String claims, String from, String to) {
    assertThat(claims).contains(from);
    return bearer(parts[0], encoded(claims.replace(from, to)), parts[2]);
  }

  private static String number(String claims, String name, long value) {
    return claims.replaceFirst("\"" + name + "\": *[0-9]+", "\"" + name + "\": " + value);
  }

  private static String algorithm(String head, String name) {
    return head.replace("RS256", name);
  }

  private String signed(String head, String claims) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(stack.directory().publicKey().getBytes(UTF_8), "HmacSHA256"));
    var text = encoded(head) + "." + encoded(claims);
    return "Bearer " + text + "." + encoded(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static String bearer(String head, String claims, String signature) {
    return "Bearer " + head + "." + claims + "." + signature;
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
