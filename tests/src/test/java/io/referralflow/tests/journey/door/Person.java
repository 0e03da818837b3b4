package io.referralflow.tests.journey.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One of the company's people, signed in. What somebody does as a matter of course has a verb of
/// its own and fails when it is refused; what may be refused is asked with [#post] and looked at.
public final class Person {

  private final Door door;
  private final String username;

  Person(Door door, String username) {
    this.door = door;
    this.username = username;
  }

  public String email() {
    return username + "@example.com";
  }

  // Everybody

  public JsonNode me() {
    return get("/me").expect(200);
  }

  /// Refers somebody for the vacancy of the medior level: two instalments of EUR 1,000.
  public Referral refers(Candidate candidate) {
    return refers(candidate, "java-engineer");
  }

  public Referral refers(Candidate candidate, String vacancy) {
    return taken(candidate, submits(candidate, vacancy));
  }

  /// Enters a referral for a colleague, who told of it.
  public Referral enters(Candidate candidate, String vacancy, Person onBehalfOf) {
    var form = new HashMap<>(form(candidate, vacancy));
    form.put("onBehalfOf", onBehalfOf.me().get("id").asString());
    return taken(candidate, post("/referrals", form));
  }

  private static Referral taken(Candidate candidate, Answer answer) {
    var receipt = answer.expect(201);
    return new Referral(
        receipt.get("id").asString(),
        receipt.at("/receipt/number").asLong(),
        Instant.parse(receipt.at("/receipt/receivedAt").asString()),
        candidate);
  }

  public Answer submits(Candidate candidate, String vacancy) {
    return post("/referrals", form(candidate, vacancy));
  }

  /// The form with what it requires.
  public static Map<String, Object> form(Candidate candidate, String vacancy) {
    return Map.of(
        "vacancyId",
        vacancy,
        "candidate",
        Map.of("name", candidate.name(), "email", candidate.email()));
  }

  /// What this person is shown of a referral.
  public Shown sees(Referral referral) {
    return Shown.of(get("/referrals/" + referral.id()).expect(200));
  }

  /// Waits until this person is shown a state.
  public Shown seesIn(String state, Referral referral) {
    return Patience.until(() -> sees(referral), shown -> shown.state().equals(state));
  }

  public void takesBack(Referral referral) {
    var _ = post("/referrals/" + referral.id() + "/withdrawal").expect(200);
  }

  // Recruiters and programme managers

  public void advances(Referral referral) {
    var _ = decides(referral, "advance").expect(200);
  }

  public void rejects(Referral referral, String reason) {
    var _ = decides(referral, "reject", reason).expect(200);
  }

  public void allows(Referral referral, String reason) {
    var _ = decides(referral, "allow", reason).expect(200);
  }

  public void refuses(Referral referral, String reason) {
    var _ = decides(referral, "refuse", reason).expect(200);
  }

  public Answer decides(Referral referral, String decision) {
    return post("/referrals/" + referral.id() + "/decisions", Map.of("decision", decision));
  }

  public Answer decides(Referral referral, String decision, String reason) {
    return post(
        "/referrals/" + referral.id() + "/decisions",
        Map.of("decision", decision, "reason", reason));
  }

  /// Moves a referral to the vacancy that it turned out to be for.
  public void moves(Referral referral, String vacancy) {
    var _ =
        post("/referrals/" + referral.id() + "/vacancy", Map.of("vacancyId", vacancy)).expect(200);
  }

  /// What waits for this person about a referral, such as `decision`.
  public List<String> workOn(Referral referral) {
    return all("/worklist?limit=100").stream()
        .filter(item -> item.get("referralId").asString().equals(referral.id()))
        .map(item -> item.get("waitsFor").asString())
        .toList();
  }

  /// Enters by hand what HR would report.
  public Answer enters(HrMessage message) {
    return post("/hr-events", message.byHand());
  }

  public Answer agreesTo(HrMessage message) {
    return post("/hr-events/" + message.id() + "/agreement");
  }

  /// The reasons on the failure list for an event.
  public List<String> failuresOf(HrMessage message) {
    return all("/failures?limit=100").stream()
        .filter(item -> item.path("eventId").asString("").equals(message.id()))
        .map(item -> item.get("kind").asString() + " " + item.get("reason").asString())
        .toList();
  }

  // Finance

  /// The payouts of a referral that are handed over and not confirmed.
  public List<JsonNode> payoutsOf(Referral referral) {
    return all("/payouts?limit=100").stream()
        .filter(item -> item.get("referralId").asString().equals(referral.id()))
        .toList();
  }

  /// Confirms that an instalment was paid, with the amount and reference that were asked for.
  public void confirms(Referral referral, int instalment, LocalDate paidOn) {
    var payout =
        payoutsOf(referral).stream()
            .filter(item -> item.get("instalment").asInt() == instalment)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Not handed over: " + referral + instalment));
    var _ = confirmsAs(payout, paidOn).expect(200);
  }

  public Answer confirmsAs(JsonNode payout, LocalDate paidOn) {
    return post(
        "/payouts/" + payout.get("id").asString() + "/confirmation",
        Map.of(
            "paidOn", paidOn.toString(),
            "amount", payout.get("amount"),
            "reference", payout.get("reference").asString()));
  }

  public Answer holds(Referral referral, int instalment, String reason) {
    return post("/payouts/" + referral.payout(instalment) + "/hold", Map.of("reason", reason));
  }

  public Answer takesOffHold(Referral referral, int instalment) {
    return post("/payouts/" + referral.payout(instalment) + "/hold-release");
  }

  /// Puts right how much of an instalment was paid, in euros.
  public Answer corrects(Referral referral, int instalment, String reason, String amount) {
    return post(
        "/payouts/" + referral.payout(instalment) + "/corrections",
        Map.of("reason", reason, "amount", Map.of("amount", amount, "currency", "EUR")));
  }

  // The calls themselves

  public Answer get(String path) {
    return door.call("GET", path, headers(), Door.NOTHING);
  }

  public Answer post(String path) {
    return door.call("POST", path, headers(), Door.NOTHING);
  }

  public Answer post(String path, Object body) {
    return door.call("POST", path, headers(), door.json(body));
  }

  public Answer put(String path, Object body) {
    return door.call("PUT", path, headers(), door.json(body));
  }

  /// All items of a list, page after page.
  public List<JsonNode> all(String path) {
    var items = new ArrayList<JsonNode>();
    var page = get(path).expect(200);
    items.addAll(page.get("items").values());
    while (!page.get("next").isNull()) {
      page = get(path + "&cursor=" + page.get("next").asString()).expect(200);
      items.addAll(page.get("items").values());
    }
    return items;
  }

  /// The header that says who this is.
  public Map<String, String> headers() {
    return Door.bearer(door.idToken(username));
  }
}
