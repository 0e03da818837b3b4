package io.referralflow.tests.rights;

import io.referralflow.function.ApiDoor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes requests that ought to be refused: a call of the policy as it could succeed, with one to
/// three things wrong with it. Somebody's name and address that nobody else has go into every body,
/// so that a trace of it can be found. The same seed makes the same requests.
final class BadRequests {

  /// Stands in every body as a name or an address.
  static final String TRACE = "zzq-trace";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> CALLS =
      Stream.of("Calls about no particular referral", "Calls about one referral")
          .flatMap(heading -> Policy.table(heading).rows().stream())
          .map(row -> row.getOrDefault("Call", ""))
          .distinct()
          .toList();

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          TRACE,
          TRACE + "@example.org",
          "\u0000",
          "a\u0007b",
          "\ud83d\ude00",
          "\ud800",
          "\u202e\u2066",
          "null",
          "-1",
          "0",
          "1e400",
          "9223372036854775808",
          "2026-02-30",
          "9999-12-31",
          "' OR 1=1 --",
          "<script>alert(1)</script>",
          "{% $x %}",
          "${jndi:ldap://x}",
          "../../etc/passwd",
          "REFERRAL#1",
          "a,b",
          "\r\nBcc: " + TRACE + "@example.org",
          "x".repeat(300),
          "x".repeat(5000),
          "@".repeat(260),
          "a@" + "b.".repeat(120) + "c");

  /// A header travels as bytes; half a character becomes another one on the way.
  private static final List<String> HEADERS =
      TEXTS.stream().filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)).toList();

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "true",
          "17",
          "\"" + TRACE + "\"",
          "[]",
          "[{}]",
          "{",
          "{}",
          "{}{}",
          "{\"a\":1,\"a\":2}",
          "{'" + TRACE + "': 1}",
          "{\"answer\": NaN}",
          "\ufeff{}",
          "[".repeat(500),
          "{\"a\":".repeat(100) + "1" + "}".repeat(100),
          "<xml>" + TRACE + "</xml>",
          "vacancyId=" + TRACE,
          "{\"introduction\": \"" + "x".repeat(110_000) + "\"}",
          "{\"name\": \"" + "é".repeat(60_000) + "\"}",
          "\u0000\u0001\u0002");

  private static final List<String> TOKENS =
      List.of("", "x", "a.b.c", "AQ", "=", "%00", "\u0000", "é", "x".repeat(10_240));

  private final RandomGenerator random;

  BadRequests(RandomGenerator random) {
    this.random = random;
  }

  /// The next request to a company.
  Ask next(Situation situation) {
    var call = one(CALLS);
    var who = one(Cast.ABOUT_A_REFERRAL);
    var ask = marked(situation.ask(call, who));
    var wrongs = 1 + random.nextInt(3);
    for (var i = 0; i < wrongs; i++) {
      ask = harmed(ask);
    }
    return ask;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Ask marked(Ask ask) {
    return ask.body()
        .map(body -> ask.body(body.replace("Sam Sample", TRACE).replace("sam@", TRACE + "@")))
        .orElse(ask);
  }

  private Ask harmed(Ask ask) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> ask.body().map(body -> ask.body(spoilt(body))).orElseGet(() -> lost(ask));
      case 3 -> ask.body().isPresent() ? ask.body(one(BODIES)) : lost(ask);
      case 4 -> ask.header("Content-Type", one(List.of("", "text/plain", "application/jsonp")));
      case 5 -> lost(ask);
      case 6 -> ask.claims().map(claims -> ask.claiming(spoiltClaims(claims))).orElse(ask);
      case 7 -> asked(ask);
      case 8 -> ask.header("Idempotency-Key", one(HEADERS));
      case 9 -> ask.header("Invitation-Token", one(TOKENS));
      case 10 -> nobodys(ask);
      default -> moved(ask);
    };
  }

  /// A body with one thing changed somewhere in it.
  private String spoilt(String body) {
    try {
      var json = JSON.readTree(body);
      if (!json.isObject()) {
        return one(BODIES);
      }
      spoil((ObjectNode) json);
      return json.toString();
    } catch (JacksonException alreadySpoilt) {
      return one(BODIES);
    }
  }

  private void spoil(ObjectNode object) {
    var names = new ArrayList<>(object.propertyNames());
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.put("unknown", TRACE);
      return;
    }
    var name = one(names);
    var value = object.get(name);
    if (value instanceof ObjectNode inner && random.nextInt(4) != 0) {
      spoil(inner);
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.putNull(name);
      case 2 -> object.put(name, random.nextLong());
      case 3 -> object.putArray(name).add(TRACE);
      case 4 -> object.putObject(name).put("value", TRACE);
      default -> object.put(name, one(TEXTS));
    }
  }

  private ObjectNode spoiltClaims(JsonNode claims) {
    var said = (ObjectNode) claims.deepCopy();
    return switch (random.nextInt(7)) {
      case 0 -> said.put("token_use", one(List.of("access", "", "ID", "refresh")));
      case 1 -> said.put("aud", one(List.of("another", "", ApiDoor.CLIENT + " ")));
      case 2 -> said.without("sub");
      case 3 -> said.without("email");
      case 4 -> said.put("email", one(TEXTS));
      case 5 ->
          said.put("cognito:groups", one(List.of("admin", "", "[]", "RECRUITER", "fin ance")));
      default -> said.without("aud");
    };
  }

  /// Without a body, or with one where none belongs.
  private Ask lost(Ask ask) {
    return ask.body().isPresent()
        ? new Ask(
            ask.method(), ask.path(), ask.query(), ask.headers(), Optional.empty(), ask.claims())
        : ask.query("limit", "0");
  }

  private Ask asked(Ask ask) {
    return switch (random.nextInt(3)) {
      case 0 -> ask.query("limit", one(List.of("0", "-1", "101", "1.5", "", "٣", "1e1", " 1")));
      case 1 -> ask.query("cursor", one(List.of("", "!", "AAAA", "x".repeat(1025), "eHgKeQp6")));
      default -> ask.query("state", one(List.of("", "held", "PAID", "released ", TRACE)));
    };
  }

  /// About something that is not there, or cannot be.
  private Ask nobodys(Ask ask) {
    var parts = ask.path().split("/", -1);
    if (parts.length < 3) {
      return moved(ask);
    }
    parts[2] =
        one(
            List.of(
                "01jq8z6v7k3m9x2c4b5n6p7r8s",
                "01jq8z6v7k3m9x2c4b5n6p7r8s-1",
                "",
                TRACE,
                "x".repeat(3000),
                "\u0000",
                "%2e%2e",
                "#",
                "é"));
    return at(ask, ask.method(), String.join("/", parts));
  }

  private Ask moved(Ask ask) {
    return switch (random.nextInt(6)) {
      case 0 -> at(ask, "DELETE", ask.path());
      case 1 -> at(ask, "PATCH", ask.path());
      case 2 -> at(ask, "HEAD", ask.path());
      case 3 -> at(ask, ask.method(), ask.path() + "/");
      case 4 -> at(ask, ask.method(), "/" + ask.path());
      default -> at(ask, ask.method(), "/" + TRACE);
    };
  }

  private static Ask at(Ask ask, String method, String path) {
    return new Ask(method, path, Map.copyOf(ask.query()), ask.headers(), ask.body(), ask.claims());
  }
}
