package io.referralflow.tests.journey.door;

import io.referralflow.tests.contract.Contract;
import io.referralflow.tests.contract.Exchange;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The public door: the API, by people who sign in and candidates who have a link. Whatever goes
/// through it is held against `openapi.yaml`, and an answer above 499 fails by itself.
public final class Door {

  static final Optional<String> NOTHING = Optional.empty();

  private static final Contract CONTRACT = Contract.ofProject();
  private static final SecureRandom CHANCE = new SecureRandom();

  private final Http http;
  private final URI api;
  private final SignIn signIn;
  private final Inbox inbox;
  private final Clock clock;

  Door(Http http, URI api, SignIn signIn, Inbox inbox, Clock clock) {
    this.http = http;
    this.api = api;
    this.signIn = signIn;
    this.inbox = inbox;
    this.clock = clock;
  }

  /// An employee.
  public Person emma() {
    return person("emma");
  }

  /// Another employee.
  public Person joris() {
    return person("joris");
  }

  /// A recruiter.
  public Person ruben() {
    return person("ruben");
  }

  /// Another recruiter.
  public Person rosa() {
    return person("rosa");
  }

  /// Somebody of finance.
  public Person fatima() {
    return person("fatima");
  }

  /// The programme manager.
  public Person petra() {
    return person("petra");
  }

  public Person person(String username) {
    return new Person(this, username);
  }

  /// Somebody new, with an address that nobody has had before.
  public Candidate somebody(String name) {
    var local = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".");
    return new Candidate(this, name, local + "." + fresh() + "@example.org");
  }

  /// A text that has not been there before.
  public String fresh() {
    var bytes = new byte[6];
    CHANCE.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// A call with headers and a body as they are, right or wrong.
  public Answer call(
      String method, String path, Map<String, String> headers, Optional<String> body) {
    var request =
        Http.request(URI.create(api + path))
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    if (body.isPresent() && !headers.containsKey("Content-Type")) {
      var _ = request.header("Content-Type", "application/json");
    }
    headers.forEach((name, value) -> {
      var _ = request.header(name, value);
    });
    var sent = request.build();
    var response = http.send(sent);
    CONTRACT.check(Exchange.of(sent, body, response));
    if (response.statusCode() > 499) {
      throw new AssertionError(
          "%s %s answered %d %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return new Answer(response);
  }

  String idToken(String username) {
    return signIn.idToken(username);
  }

  /// A token of the wrong kind.
  public String accessToken(String username) {
    return signIn.accessToken(username);
  }

  Inbox inbox() {
    return inbox;
  }

  Clock clock() {
    return clock;
  }

  Optional<String> json(Object value) {
    return Optional.of(JsonMapper.shared().writeValueAsString(value));
  }

  /// The header of whoever has a link.
  public static Map<String, String> link(String token) {
    return Map.of("Invitation-Token", token);
  }

  /// The header of whoever is signed in with a token.
  public static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
