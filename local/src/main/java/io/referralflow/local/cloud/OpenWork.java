package io.referralflow.local.cloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is written in the table as still to be done by a given moment: mails due or being sent,
/// waits overdue. It reads the index of lists, in which a row stands only as long as somebody has
/// to look at it.
public final class OpenWork {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String QUESTION =
      """
      {
        "IndexName": "list-index",
        "FilterExpression": "sk = :wait OR begins_with(sk, :outbox)",
        "ExpressionAttributeValues": {":wait": {"S": "WAIT"}, ":outbox": {"S": "OUTBOX#"}}
      }
      """;

  private final LocalCloud cloud;
  private final String table;

  public OpenWork(LocalCloud cloud, String table) {
    this.cloud = cloud;
    this.table = table;
  }

  /// In words, one for each; empty when nothing is open.
  List<String> at(Instant now) throws InterruptedException {
    var open = new ArrayList<String>();
    ObjectNode request = JSON.readValue(QUESTION, ObjectNode.class).put("TableName", table);
    JsonNode page;
    do {
      page = cloud.dynamo("Scan", request);
      for (JsonNode item : page.path("Items")) {
        if (isOpen(item, now)) {
          open.add(text(item, "pk") + " " + text(item, "sk") + " is open");
        }
      }
      request.set("ExclusiveStartKey", page.path("LastEvaluatedKey"));
    } while (page.has("LastEvaluatedKey"));
    return open;
  }

  private static boolean isOpen(JsonNode item, Instant now) {
    String key = text(item, "sk");
    if (key.equals("WAIT")) {
      return hasCome(text(item, "wakeAt"), now);
    }
    if (key.startsWith("OUTBOX#")) {
      String state = text(item, "state");
      return state.equals("sending")
          || (state.equals("ready") && hasCome(text(item, "dueAt"), now));
    }
    return false;
  }

  private static boolean hasCome(String moment, Instant now) {
    return moment.isEmpty() || !Instant.parse(moment).isAfter(now);
  }

  private static String text(JsonNode item, String attribute) {
    return item.path(attribute).path("S").asString("");
  }
}
