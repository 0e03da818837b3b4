package io.referralflow.aws.table;

import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Counts every request to the table, the read units that the answers name, and the rows written.
final class EveryRequest implements ExecutionInterceptor {

  private Count count = Count.NOTHING;

  /// What some requests took.
  record Count(int requests, double read, int written) {

    static final Count NOTHING = new Count(0, 0, 0);

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%3d requests %6.1f units read %3d rows written", requests, read, written);
    }
  }

  /// Begins anew.
  void reset() {
    count = Count.NOTHING;
  }

  Count all() {
    return count;
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
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    var consumed =
        switch (context.response()) {
          case GetItemResponse get -> List.of(get.consumedCapacity());
          case QueryResponse query -> List.of(query.consumedCapacity());
          case BatchGetItemResponse batch -> batch.consumedCapacity();
          default -> List.<ConsumedCapacity>of();
        };
    var written =
        switch (context.request()) {
          case GetItemRequest _, QueryRequest _, BatchGetItemRequest _ -> 0;
          case TransactWriteItemsRequest together -> together.transactItems().size();
          default -> 1;
        };
    count =
        new Count(
            count.requests + 1,
            count.read + consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum(),
            count.written + written);
  }
}
