package io.referralflow.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.table.Transacted.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// What the table does about answers that DynamoDB Local never gives.
class TableTest {

  private static final Write PUT =
      new Write.Put(Attributes.none().key(Key.settings()).text("a", "b"), Condition.ABSENT);

  private final Service service = new Service();
  private final List<Integer> pauses = new ArrayList<>();
  private final Table table =
      new Table(service, "table", "kept", (attempt, _) -> pauses.add(attempt));

  /// Gives the planned answers, one after the other, and then fails the test.
  private static final class Service implements DynamoDbClient {

    private final Deque<Supplier<Object>> answers = new ArrayDeque<>();
    private final List<Object> requests = new ArrayList<>();

    void answers(Object... all) {
      Arrays.stream(all).forEach(each -> answers.add(() -> each));
    }

    private Object next(Object request) {
      requests.add(request);
      var answer = answers.remove().get();
      if (answer instanceof RuntimeException failure) {
        throw failure;
      }
      return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      return (PutItemResponse) next(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      return (TransactWriteItemsResponse) next(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return (BatchGetItemResponse) next(request);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes)
                .map(code -> CancellationReason.builder().code(code).build())
                .toList())
        .statusCode(400)
        .build();
  }

  private Transacted<String> transact() {
    return table.transact(List.of(new Step<>("one", PUT), new Step<>("two", PUT)));
  }

  private static final TransactWriteItemsResponse DONE =
      TransactWriteItemsResponse.builder().build();

  @Test
  void what_only_collided_is_tried_again_after_a_pause() {
    service.answers(
        cancelled("None", "TransactionConflict"),
        cancelled("ThrottlingError", "ProvisionedThroughputExceeded"),
        TransactionInProgressException.builder().build(),
        DONE);

    assertThat(transact()).isEqualTo(new Transacted.Done<String>());
    assertThat(pauses).containsExactly(1, 2, 3);
  }

  @Test
  void a_single_write_that_collided_is_tried_again_too() {
    service.answers(
        TransactionConflictException.builder().build(),
        ProvisionedThroughputExceededException.builder().build(),
        PutItemResponse.builder().build());

    assertThat(table.write(PUT)).isInstanceOf(Written.Done.class);
    assertThat(pauses).containsExactly(1, 2);
  }

  @Test
  void a_condition_that_failed_is_an_outcome_whatever_else_went_wrong() {
    service.answers(cancelled("TransactionConflict", "ConditionalCheckFailed"));

    assertThat(transact())
        .isEqualTo(new Transacted.Refused<>(Map.of("two", Optional.<Attributes>empty())));
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_reason_that_nothing_will_change_is_an_error_at_once() {
    var refused = cancelled("None", "ValidationError");
    service.answers(refused);

    assertThatThrownBy(this::transact).isSameAs(refused);
    assertThat(pauses).isEmpty();
  }

  @Test
  void an_error_of_any_other_kind_is_an_error_at_once() {
    var outage = DynamoDbException.builder().statusCode(500).message("internal").build();
    service.answers(outage);

    assertThatThrownBy(this::transact).isSameAs(outage);
    assertThat(pauses).isEmpty();
  }

  @Test
  void patience_ends() {
    for (var i = 0; i < 10; i++) {
      service.answers(cancelled("TransactionConflict", "None"));
    }

    assertThatThrownBy(this::transact).isInstanceOf(TransactionCanceledException.class);
    assertThat(pauses).hasSize(9);
  }

  @Test
  void what_a_batch_left_over_is_asked_for_again() {
    var settings = Attributes.none().key(Key.settings());
    var receipts = Attributes.none().key(Key.receipts());
    service.answers(
        BatchGetItemResponse.builder()
            .responses(Map.of("table", List.of(settings.values())))
            .unprocessedKeys(
                Map.of(
                    "table",
                    KeysAndAttributes.builder()
                        .keys(List.of(receipts.values()))
                        .consistentRead(true)
                        .build()))
            .build(),
        BatchGetItemResponse.builder()
            .responses(Map.of("table", List.of(receipts.values())))
            .build());

    assertThat(table.getAll(List.of(Key.settings(), Key.receipts(), Key.settings()), true))
        .containsExactly(settings, receipts);
    assertThat(pauses).containsExactly(1);
    assertThat(((BatchGetItemRequest) service.requests.getFirst()).requestItems().get("table"))
        .isEqualTo(
            KeysAndAttributes.builder()
                .keys(List.of(settings.values(), receipts.values()))
                .consistentRead(true)
                .build());
  }

  @Test
  void pauses_grow_differ_between_writers_and_stay_bounded() {
    assertThat(Pause.length(1, 7)).isBetween(Duration.ofMillis(1), Duration.ofMillis(25));
    for (var attempt = 1; attempt <= 10; attempt++) {
      for (var salt = -50; salt < 50; salt++) {
        assertThat(Pause.length(attempt, salt))
            .isBetween(Duration.ofMillis(1), Duration.ofMillis(800));
      }
    }
    assertThat(IntStream.range(0, 100).mapToObj(salt -> Pause.length(5, salt)).distinct().count())
        .isGreaterThan(50);
  }

  /// Every write asks for the row that stood in its way, and spells no attribute outside its names.
  @Test
  void a_write_names_its_attributes_and_asks_for_what_stood_in_its_way() {
    service.answers(PutItemResponse.builder().build());

    var _ = table.write(PUT);

    var request = (PutItemRequest) service.requests.getFirst();
    assertThat(request.conditionExpression()).isEqualTo("attribute_not_exists(#pk)");
    assertThat(request.expressionAttributeNames()).isEqualTo(Map.of("#pk", "pk"));
    assertThat(request.returnValuesOnConditionCheckFailureAsString()).isEqualTo("ALL_OLD");
    assertThat(request.item()).containsOnlyKeys("pk", "sk", "a");
  }
}
