package io.referralflow.local.cloud;

import io.referralflow.local.cloud.LocalCloud.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is written in the table as still to be done by a given moment: mails due, or claimed longer
/// ago than a claim holds, waits overdue, and legs whose execution was started and has not come to
/// wait for anything yet. It reads the index of lists, in which a row stands only as long as
/// somebody has to look at it.
public final class OpenWork {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Set<String> ENDED =
      Set.of("ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut");

  private static final String QUESTION =
      """
      {
        "IndexName": "list-index",
        "FilterExpression": "sk = :wait OR begins_with(sk, :outbox)",
        "ExpressionAttributeValues": {":wait": {"S": "WAIT"}, ":outbox": {"S": "OUTBOX#"}}
      }
      """;

  /// Within this time something must have become of a new leg (`Consequences.GRACE`), and as long
  /// as one may have waited for rest meanwhile. Only such waits are worth a look at the execution.
  private static final Duration A_NEW_LEG = Duration.ofHours(1).plus(Settling.LONGEST);

  private final LocalCloud cloud;
  private final String table;
  private final String executions;
  private final Instant since;

  /// @param machine the ARN of the state machine whose executions are the legs
  /// @param since when the functions began to answer, by the machine's own clock
  public OpenWork(LocalCloud cloud, String table, String machine, Instant since) {
    this.cloud = cloud;
    this.since = since;
    this.table = table;
    this.executions = machine.replace(":stateMachine:", ":execution:") + ":";
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
        } else {
          underWay(item, now)
              .ifPresent(event ->
                  open.add(
                      text(item, "pk")
                          + " WAIT has an execution that does not wait yet: "
                          + event));
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
      return switch (text(item, "state")) {
        case "ready" -> hasCome(text(item, "dueAt"), now);
        // No function runs: whoever claimed it was killed or never heard what became of it.
        case "sending" -> hasCome(text(item, "claimedUntil"), now);
        default -> false;
      };
    }
    return false;
  }

  /// The last event of an execution that is on its way. The row of a leg that keeps time itself has
  /// no token either, but its execution waits; one that has ended is upkeep's to replace.
  private Optional<String> underWay(JsonNode item, Instant now) throws InterruptedException {
    if (!text(item, "sk").equals("WAIT")
        || item.has("token")
        || !hasCome(text(item, "wakeAt"), now.plus(A_NEW_LEG))) {
      return Optional.empty();
    }
    String referral = text(item, "pk").substring("REFERRAL#".length());
    String leg = item.path("leg").path("N").asString("");
    return cloud
        .lastEvent(executions + referral + "-" + leg)
        .filter(event -> !isLost(event))
        .map(ExecutionEvent::type)
        .filter(type -> !type.equals("WaitStateEntered"))
        .filter(type -> !ENDED.contains(type));
  }

  /// Whether a task was asked of functions that died since. Where it waits to be called back, the
  /// local cloud takes no notice of that; it is upkeep's to replace.
  private boolean isLost(ExecutionEvent event) {
    return event.type().equals("TaskScheduled") && event.at().isBefore(since);
  }

  private static boolean hasCome(String moment, Instant now) {
    return moment.isEmpty() || !Instant.parse(moment).isAfter(now);
  }

  private static String text(JsonNode item, String attribute) {
    return item.path(attribute).path("S").asString("");
  }
}
