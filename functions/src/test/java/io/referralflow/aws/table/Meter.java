package io.referralflow.aws.table;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Counts requests to the table, and the capacity units that they say they took. What upkeep asks
/// of the index each day is left out: it is the same whether there is one referral or a million.
final class Meter implements ExecutionInterceptor {

  private final Map<String, Integer> requests = new TreeMap<>();
  private final Map<String, Double> units = new TreeMap<>();

  int requests() {
    return requests.values().stream().mapToInt(Integer::intValue).sum();
  }

  double units() {
    return units.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  void reset() {
    requests.clear();
    units.clear();
  }

  /// A line per operation: how often, and how many units.
  String told() {
    return requests.entrySet().stream()
        .map(each ->
            String.format(
                Locale.ROOT,
                "%-20s %4d requests %6.1f units",
                each.getKey(),
                each.getValue(),
                units.getOrDefault(each.getKey(), 0.0)))
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
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(all).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(all).build();
      case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(all).build();
      case TransactWriteItemsRequest together ->
          together.toBuilder().returnConsumedCapacity(all).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    if (context.request() instanceof QueryRequest query && query.indexName() != null) {
      return;
    }
    var name = context.request().getClass().getSimpleName().replace("Request", "");
    requests.merge(name, 1, Integer::sum);
    units.merge(
        name,
        consumed(context.response()).mapToDouble(ConsumedCapacity::capacityUnits).sum(),
        Double::sum);
  }

  private static Stream<ConsumedCapacity> consumed(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> Stream.of(get.consumedCapacity());
      case QueryResponse query -> Stream.of(query.consumedCapacity());
      case BatchGetItemResponse batch -> batch.consumedCapacity().stream();
      case PutItemResponse put -> Stream.of(put.consumedCapacity());
      case UpdateItemResponse update -> Stream.of(update.consumedCapacity());
      case DeleteItemResponse delete -> Stream.of(delete.consumedCapacity());
      case TransactWriteItemsResponse together -> together.consumedCapacity().stream();
      default -> Stream.empty();
    };
  }
}
