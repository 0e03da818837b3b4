package io.referralflow.tests.journey.door;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somebody who has no account, only an address and, once invited, a link.
public final class Candidate {

  private final Door door;
  private final String name;
  private final String email;

  Candidate(Door door, String name, String email) {
    this.door = door;
    this.name = name;
    this.email = email;
  }

  public String name() {
    return name;
  }

  public String email() {
    return email;
  }

  /// The token of the newest link in this candidate's mail.
  public String token() {
    return door.inbox().token(email);
  }

  public void accepts() {
    var _ = answers(Map.of("answer", "accept")).expect(200);
  }

  /// Accepts, and says what the referrer may know of an end: nothing, stage or reason.
  public void acceptsTelling(String feedback) {
    var _ = answers(Map.of("answer", "accept", "feedback", feedback)).expect(200);
  }

  public void declines() {
    var _ = answers(Map.of("answer", "decline")).expect(200);
  }

  public void withdraws() {
    var _ = answers(Map.of("answer", "withdraw")).expect(200);
  }

  public Answer answers(Map<String, String> answer) {
    return door.call("POST", "/invitation", Door.link(token()), door.json(answer));
  }

  /// What the link shows.
  public JsonNode looks() {
    return door.call("GET", "/invitation", Door.link(token()), Door.NOTHING).expect(200);
  }
}
