package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// The one table, and beside it the small one that keeps what must be known when the one is brought
/// back to an earlier moment. Talks to the service, tries again what only collided or was
/// throttled, and turns a condition that did not hold into an outcome. An outage is an exception,
/// as everywhere.
final class Table {

  /// The rows of an index that are listed together.
  enum Index {
    OWNER("owner-index", "ownerKey", "ownerOrder"),
    LIST("list-index", "listKey", "listOrder");

    final String name;
    final String key;
    final String order;

    Index(String name, String key, String order) {
      this.name = name;
      this.key = key;
      this.order = order;
    }
  }

  /// Where a listing goes on: behind this row.
  record Place(Key key, String order) {}

  private static final int TRIES = 10;
  private static final int BATCH = 100;
  private static final int PAGE = 1000;
  private static final Pattern NAME = Pattern.compile("#([A-Za-z]+)");
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final List<String> TRANSIENT =
      List.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final String name;
  private final String kept;
  private final Pause pause;

  /// @param kept the name of the table beside the one
  Table(DynamoDbClient client, String name, String kept, Pause pause) {
    this.client = client;
    this.name = name;
    this.kept = kept;
    this.pause = pause;
  }

  // Reading

  /// One row as it is now.
  Optional<Attributes> get(Key key) {
    return row(name, key);
  }

  /// One row of the table beside this one, as it is now.
  Optional<Attributes> getKept(Key key) {
    return row(kept, key);
  }

  private Optional<Attributes> row(String from, Key key) {
    var answer =
        client.getItem(request -> request.tableName(from).key(values(key)).consistentRead(true));
    return answer.hasItem() ? Optional.of(Attributes.of(answer.item())) : Optional.empty();
  }

  /// Rows of one partition as they are now, in the order of their keys.
  List<Attributes> query(Key.Range range) {
    return rows(name, range);
  }

  /// Rows of one partition of the table beside this one, as they are now.
  List<Attributes> queryKept(Key.Range range) {
    return rows(kept, range);
  }

  private List<Attributes> rows(String from, Key.Range range) {
    return client
        .queryPaginator(request ->
            request
                .tableName(from)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(values(range)))
        .items()
        .stream()
        .map(Attributes::of)
        .toList();
  }

  /// A part of a list, from a place on.
  List<Attributes> list(
      Index index, String list, boolean ascending, int limit, Optional<Place> after) {
    return first(
        limit,
        request -> {
          var _ =
              request
                  .indexName(index.name)
                  .scanIndexForward(ascending)
                  .keyConditionExpression("#key = :key")
                  .expressionAttributeNames(Map.of("#key", index.key))
                  .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(list)))
                  .exclusiveStartKey(after.map(place -> values(index, list, place)).orElse(null));
        });
  }

  /// The first rows of a list whose order is not behind a text.
  List<Attributes> listUntil(String list, String order, int limit) {
    return first(
        limit,
        request -> {
          var _ =
              request
                  .indexName(Index.LIST.name)
                  .keyConditionExpression("#key = :key AND #order <= :order")
                  .expressionAttributeNames(
                      Map.of("#key", Index.LIST.key, "#order", Index.LIST.order))
                  .expressionAttributeValues(
                      Map.of(
                          ":key",
                          AttributeValue.fromS(list),
                          ":order",
                          AttributeValue.fromS(order)));
        });
  }

  /// All rows of a list whose order lies between two texts, the second of which no order is.
  List<Attributes> listBetween(String list, String from, String to) {
    return client
        .queryPaginator(request ->
            request
                .tableName(name)
                .indexName(Index.LIST.name)
                .keyConditionExpression("#key = :key AND #order BETWEEN :from AND :to")
                .expressionAttributeNames(
                    Map.of("#key", Index.LIST.key, "#order", Index.LIST.order))
                .expressionAttributeValues(
                    Map.of(
                        ":key", AttributeValue.fromS(list),
                        ":from", AttributeValue.fromS(from),
                        ":to", AttributeValue.fromS(to))))
        .items()
        .stream()
        .map(Attributes::of)
        .toList();
  }

  private List<Attributes> first(int limit, Consumer<QueryRequest.Builder> query) {
    return client
        .queryPaginator(
            request -> query.accept(request.tableName(name).limit(Math.min(limit, PAGE))))
        .items()
        .stream()
        .limit(limit)
        .map(Attributes::of)
        .toList();
  }

  /// Many rows at once, in no order; those that are not there are left out.
  ///
  /// @param consistent whether they must be as they are now, at twice the price
  List<Attributes> getAll(List<Key> keys, boolean consistent) {
    var wanted = keys.stream().distinct().toList();
    return IntStream.iterate(0, from -> from < wanted.size(), from -> from + BATCH)
        .mapToObj(from -> wanted.subList(from, Math.min(from + BATCH, wanted.size())))
        .flatMap(part -> batch(part, consistent).stream())
        .toList();
  }

  private List<Attributes> batch(List<Key> keys, boolean consistent) {
    var found = new ArrayList<Attributes>();
    var left =
        KeysAndAttributes.builder()
            .consistentRead(consistent)
            .keys(keys.stream().map(Table::values).toList())
            .build();
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var asked = left;
      var answer = client.batchGetItem(request -> request.requestItems(Map.of(name, asked)));
      answer.responses().getOrDefault(name, List.of()).stream()
          .map(Attributes::of)
          .forEach(found::add);
      var unprocessed = answer.unprocessedKeys().get(name);
      if (unprocessed == null || unprocessed.keys().isEmpty()) {
        return found;
      }
      left = unprocessed;
      pause.after(attempt, keys.hashCode());
    }
    throw new IllegalStateException("The table does not answer a batch of reads");
  }

  // Writing

  /// Writes one row if its condition holds.
  Written write(Write write) {
    return insistently(
        write.hashCode(),
        () -> {
          try {
            return new Written.Done(made(write));
          } catch (ConditionalCheckFailedException refused) {
            return new Written.Refused(found(refused.item()));
          }
        });
  }

  private Attributes made(Write write) {
    var names = names(write);
    var values = expressionValues(write);
    var condition = nullIfBlank(write.condition().text());
    return switch (write) {
      case Write.Put(var item, _) -> {
        var _ =
            client.putItem(request ->
                request
                    .tableName(name)
                    .item(item.values())
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD));
        yield item;
      }
      case Write.Update update ->
          Attributes.of(
              client
                  .updateItem(request ->
                      request
                          .tableName(name)
                          .key(values(update.key()))
                          .updateExpression(expression(update))
                          .conditionExpression(condition)
                          .expressionAttributeNames(names)
                          .expressionAttributeValues(values)
                          .returnValues(ReturnValue.ALL_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
                  .attributes());
      case Write.Check _, Write.Keep _ ->
          throw new IllegalArgumentException("It goes with other writes");
      case Write.Delete(var key, _) -> {
        var _ =
            client.deleteItem(request ->
                request
                    .tableName(name)
                    .key(values(key))
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD));
        yield Attributes.none();
      }
    };
  }

  /// Makes all writes or none.
  <P> Transacted<P> transact(List<Transacted.Step<P>> steps) {
    var items = steps.stream().map(step -> item(step.write())).toList();
    return insistently(
        steps.hashCode(),
        () -> {
          try {
            var _ = client.transactWriteItems(request -> request.transactItems(items));
            return new Transacted.Done<P>();
          } catch (TransactionCanceledException cancelled) {
            return refused(steps, cancelled);
          }
        });
  }

  private static <P> Transacted<P> refused(
      List<Transacted.Step<P>> steps, TransactionCanceledException cancelled) {
    var found = new LinkedHashMap<P, Optional<Attributes>>();
    var reasons = cancelled.cancellationReasons();
    for (var i = 0; i < reasons.size(); i++) {
      if (CONDITION_FAILED.equals(reasons.get(i).code())) {
        found.put(steps.get(i).part(), found(reasons.get(i).item()));
      }
    }
    if (found.isEmpty()) {
      throw cancelled;
    }
    return new Transacted.Refused<>(found);
  }

  private TransactWriteItem item(Write write) {
    var names = names(write);
    var values = expressionValues(write);
    var condition = nullIfBlank(write.condition().text());
    return switch (write) {
      case Write.Put(var item, _) -> put(name, item, condition, names, values);
      case Write.Keep(var item, _) -> put(kept, item, condition, names, values);
      case Write.Update update ->
          TransactWriteItem.builder()
              .update(change ->
                  change
                      .tableName(name)
                      .key(values(update.key()))
                      .updateExpression(expression(update))
                      .conditionExpression(condition)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .build();
      case Write.Check(var key, _) ->
          TransactWriteItem.builder()
              .conditionCheck(check ->
                  check
                      .tableName(name)
                      .key(values(key))
                      .conditionExpression(condition)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .build();
      case Write.Delete(var key, _) ->
          TransactWriteItem.builder()
              .delete(delete ->
                  delete
                      .tableName(name)
                      .key(values(key))
                      .conditionExpression(condition)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .build();
    };
  }

  private static TransactWriteItem put(
      String table,
      Attributes item,
      @Nullable String condition,
      @Nullable Map<String, String> names,
      @Nullable Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table)
                .item(item.values())
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  /// Tries again, after a pause, what met another write or was throttled. Nothing was written then,
  /// so a new try is a first try.
  private <T> T insistently(int salt, Supplier<T> request) {
    for (var attempt = 1; ; attempt++) {
      try {
        return request.get();
      } catch (AwsServiceException failed) {
        if (attempt >= TRIES || !onlyCollided(failed)) {
          throw failed;
        }
        pause.after(attempt, salt);
      }
    }
  }

  private static boolean onlyCollided(AwsServiceException failed) {
    return switch (failed) {
      case TransactionCanceledException cancelled ->
          cancelled.cancellationReasons().stream()
              .map(CancellationReason::code)
              .allMatch(code -> code != null && TRANSIENT.contains(code));
      case TransactionConflictException _,
          TransactionInProgressException _,
          ThrottlingException _,
          ProvisionedThroughputExceededException _,
          RequestLimitExceededException _ ->
          true;
      default -> false;
    };
  }

  // What the SDK wants

  private static Map<String, AttributeValue> values(Key key) {
    return Attributes.none().key(key).values();
  }

  private static Map<String, AttributeValue> values(Key.Range range) {
    return Map.of(
        ":pk", AttributeValue.fromS(range.pk()),
        ":from", AttributeValue.fromS(range.from()),
        ":to", AttributeValue.fromS(range.to()));
  }

  private static Map<String, AttributeValue> values(Index index, String list, Place place) {
    var all = new TreeMap<>(values(place.key()));
    all.put(index.key, AttributeValue.fromS(list));
    all.put(index.order, AttributeValue.fromS(place.order()));
    return all;
  }

  private static Optional<Attributes> found(@Nullable Map<String, AttributeValue> item) {
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(Attributes.of(item));
  }

  /// `SET #a = :set_a REMOVE #b ADD #c :add_c`.
  private static String expression(Write.Update update) {
    return Stream.of(
            clause(
                "SET", update.set().values().keySet().stream().map(a -> "#" + a + " = :set" + a)),
            clause("REMOVE", update.removed().stream().map(a -> "#" + a)),
            clause(
                "ADD", update.added().values().keySet().stream().map(a -> "#" + a + " :add" + a)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> clause(String word, Stream<String> parts) {
    var all = parts.collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(word + " " + all);
  }

  private static @Nullable Map<String, String> names(Write write) {
    var text =
        write instanceof Write.Update update
            ? expression(update) + " " + write.condition().text()
            : write.condition().text();
    var names = new TreeMap<String, String>();
    NAME.matcher(text).results().forEach(found -> names.put(found.group(), found.group(1)));
    return names.isEmpty() ? null : names;
  }

  private static @Nullable Map<String, AttributeValue> expressionValues(Write write) {
    var values = new TreeMap<String, AttributeValue>();
    write.condition().values().values().forEach((each, value) -> values.put(":" + each, value));
    if (write instanceof Write.Update update) {
      update.set().values().forEach((each, value) -> values.put(":set" + each, value));
      update.added().values().forEach((each, value) -> values.put(":add" + each, value));
    }
    return values.isEmpty() ? null : values;
  }

  private static @Nullable String nullIfBlank(String text) {
    return text.isEmpty() ? null : text;
  }
}
