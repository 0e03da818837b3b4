package io.referralflow.tests.upgrade;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.item.LedgerItem;
import io.referralflow.aws.item.StreamedRow;
import io.referralflow.aws.table.LocalTable;
import io.referralflow.port.Page;
import io.referralflow.process.FollowReferral.Changed;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The whole product on a table of DynamoDB Local. What the table's stream would carry is carried
/// when asked; until then it is on its way.
final class Stage {

  private static final LocalTime UPKEEP = LocalTime.of(6, 0);

  private final Set<Map<String, AttributeValue>> written = new LinkedHashSet<>();
  private final LocalTable table = LocalTable.fresh(new Stream());
  private final World world;

  /// A company at the first moment of its programme, with nothing in its table yet.
  Stage(String beginning) {
    world = World.on(beginning, memory -> memory.on(table));
    world.streamStops();
  }

  World world() {
    return world;
  }

  /// Notes the rows that were written.
  private final class Stream implements ExecutionInterceptor {
    @Override
    public void afterExecution(Context.AfterExecution done, ExecutionAttributes attributes) {
      keys(done.request()).stream()
          .filter(key -> {
            var sk = key.get("sk");
            return sk != null
                && (sk.s().equals("HEAD") || sk.s().equals("MAIL") || sk.s().startsWith("OUTBOX#"));
          })
          .forEach(written::add);
    }
  }

  private static List<Map<String, AttributeValue>> keys(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> List.of(key(put.item()));
      case UpdateItemRequest update -> List.of(update.key());
      case TransactWriteItemsRequest all ->
          all.transactItems().stream().flatMap(item -> keys(item).stream()).toList();
      default -> List.of();
    };
  }

  private static List<Map<String, AttributeValue>> keys(TransactWriteItem item) {
    if (item.put() != null) {
      return List.of(key(item.put().item()));
    }
    return item.update() == null ? List.of() : List.of(item.update().key());
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    var key = new TreeMap<>(item);
    key.keySet().retainAll(List.of("pk", "sk"));
    return key;
  }

  /// Carries what was written to executions and mails, until nothing is left.
  void carry() {
    while (!written.isEmpty()) {
      var batch = List.copyOf(written);
      written.clear();
      for (var key : batch) {
        follow(table.client().getItem(get -> get.tableName(table.name()).key(key)).item());
      }
      world.settle();
    }
  }

  private void follow(Map<String, AttributeValue> row) {
    var scalars = new TreeMap<String, String>();
    row.forEach((name, value) -> {
      if (value.s() != null) {
        scalars.put(name, value.s());
      } else if (value.n() != null) {
        scalars.put(name, value.n());
      }
    });
    var product = world.product();
    switch (StreamedRow.of(scalars.getOrDefault("pk", ""), scalars.getOrDefault("sk", ""), scalars)
        .orElse(null)) {
      case StreamedRow.Step(var id, var leg, var state, var newLeg, var wakes) ->
          product.followReferral.execute(new Changed(id, leg, state, newLeg, wakes));
      case StreamedRow.Mail(var id, var number, var dueAt) -> {
        if (!dueAt.isAfter(world.now())) {
          product.sendNotice.round(id).send(number);
        }
      }
      case StreamedRow.ProgrammeMail(var id, var dueAt) -> {
        if (!dueAt.isAfter(world.now())) {
          product.sendProgrammeNotice.execute(id);
        }
      }
      case null -> {}
    }
  }

  /// Carries to executions what was written; mails that are on their way never arrive.
  void carryWithoutMails() {
    var heads =
        written.stream()
            .filter(key -> Objects.requireNonNull(key.get("sk")).s().equals("HEAD"))
            .toList();
    written.clear();
    written.addAll(heads);
    carry();
  }

  /// What is on its way never arrives.
  void losesStream() {
    written.clear();
  }

  /// Lets time pass, with upkeep every day.
  void goTo(Instant moment) {
    while (world.now().isBefore(moment)) {
      var today = world.now().atZone(Programme.ZONE);
      var next = today.with(UPKEEP);
      var upkeep = (next.isAfter(today) ? next : next.plusDays(1)).toInstant();
      world.goTo(upkeep.isBefore(moment) ? upkeep : moment);
      carry();
    }
  }

  void pass(Duration time) {
    goTo(world.now().plus(time));
  }

  /// Puts rows as they were stored by whatever release.
  void load(List<Map<String, AttributeValue>> rows) {
    rows.forEach(row -> {
      var _ = table.client().putItem(put -> put.tableName(table.name()).item(row));
    });
  }

  /// The rows whose partition is one of these.
  List<Map<String, AttributeValue>> rows(List<String> partitions) {
    var rows = new ArrayList<Map<String, AttributeValue>>();
    for (var partition : partitions) {
      rows.addAll(
          table
              .client()
              .query(query ->
                  query
                      .tableName(table.name())
                      .consistentRead(true)
                      .keyConditionExpression("pk = :pk")
                      .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
              .items());
    }
    return rows;
  }

  /// Every row there is.
  List<Map<String, AttributeValue>> everything() {
    return table.everyRow().stream().toList();
  }

  List<LedgerEntry> ledger(ReferralId id) {
    return rows(List.of("REFERRAL#" + id.value())).stream()
        .filter(row -> Attributes.of(row).text("sk").startsWith("LEDGER#"))
        .map(row -> LedgerItem.fromItem(Attributes.of(row)))
        .toList();
  }

  Referral referral(ReferralId id) {
    return table.referrals().find(id).orElseThrow().referral();
  }

  /// The failure list, as `kind reason`.
  List<String> failures() {
    return table.failures().list(new Page.Request(100, Optional.empty())).items().stream()
        .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " " + each.reason())
        .toList();
  }
}
