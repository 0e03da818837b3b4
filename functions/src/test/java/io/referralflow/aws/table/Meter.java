package io.referralflow.aws.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Counts requests to the table and the capacity units that they take: reads as the answer says,
/// writes as [Rated].
final class Meter implements ExecutionInterceptor {

  private record Touched(String table, Map<String, AttributeValue> key) {}

  private final DynamoDbClient observer = DynamoDbLocal.client();
  private final Map<Touched, Map<String, AttributeValue>> before = new HashMap<>();
  private final Map<String, Count> steps = new LinkedHashMap<>();
  private Count since = Count.NOTHING;

  /// What some requests took.
  record Count(int requests, double read, double written) {

    static final Count NOTHING = new Count(0, 0, 0);

    Count and(Count other) {
      return new Count(requests + other.requests, read + other.read, written + other.written);
    }

    Count without(Count other) {
      return new Count(requests - other.requests, read - other.read, written - other.written);
    }

    double units() {
      return read + written;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%3d requests %6.1f units read %6.1f written", requests, read, written);
    }
  }

  /// All that was counted of the steps.
  Count all() {
    return steps.values().stream().reduce(since, Count::and);
  }

  /// Begins anew.
  void reset() {
    steps.clear();
    since = Count.NOTHING;
  }

  /// What was counted since the last mark belongs to this step.
  void mark(String step) {
    steps.merge(step, since, Count::and);
    since = Count.NOTHING;
  }

  /// A line for each step, without what another counted in a step of the same name.
  String told(Meter other) {
    return steps.entrySet().stream()
        .map(each ->
            String.format(
                Locale.ROOT,
                "%-28s %s",
                each.getKey(),
                each.getValue().without(other.steps.getOrDefault(each.getKey(), Count.NOTHING))))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    var all = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(all).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(all).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(all).build();
      default -> context.request();
    };
  }

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    before.clear();
    touched(context.request()).forEach(row -> before.put(row, found(row)));
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    var read = consumed(context.response()).mapToDouble(ConsumedCapacity::capacityUnits).sum();
    var written = written(context.request() instanceof TransactWriteItemsRequest);
    since = since.and(new Count(1, read, written));
  }

  private double written(boolean transacted) {
    return before.entrySet().stream()
        .mapToDouble(each -> Rated.units(each.getValue(), found(each.getKey()), transacted))
        .sum();
  }

  private Map<String, AttributeValue> found(Touched row) {
    return observer
        .getItem(request -> request.tableName(row.table).key(row.key).consistentRead(true))
        .item();
  }

  private static Stream<Touched> touched(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(row(put.tableName(), put.item()));
      case UpdateItemRequest update -> Stream.of(row(update.tableName(), update.key()));
      case DeleteItemRequest delete -> Stream.of(row(delete.tableName(), delete.key()));
      case TransactWriteItemsRequest together ->
          together.transactItems().stream().map(Meter::touched);
      default -> Stream.empty();
    };
  }

  private static Touched touched(TransactWriteItem item) {
    if (item.put() != null) {
      return row(item.put().tableName(), item.put().item());
    }
    if (item.conditionCheck() != null) {
      return row(item.conditionCheck().tableName(), item.conditionCheck().key());
    }
    return item.update() != null
        ? row(item.update().tableName(), item.update().key())
        : row(item.delete().tableName(), item.delete().key());
  }

  private static Touched row(String table, Map<String, AttributeValue> attributes) {
    return new Touched(table, Map.of("pk", attributes.get("pk"), "sk", attributes.get("sk")));
  }

  private static Stream<ConsumedCapacity> consumed(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> Stream.of(get.consumedCapacity());
      case QueryResponse query -> Stream.of(query.consumedCapacity());
      case BatchGetItemResponse batch -> batch.consumedCapacity().stream();
      default -> Stream.empty();
    };
  }
}
