package io.referralflow.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.referralflow.local.lambda.Activity;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {

  private static final Instant NOW = Instant.parse("2027-03-01T06:00:00Z");

  private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");

  private static final String MACHINE = "arn:aws:states:eu-west-1:000000000000:stateMachine:m";

  private static final String MAPPINGS =
      """
      {"EventSourceMappings":[
        {"EventSourceArn":"arn:aws:sqs:eu-west-1:000000000000:queue","FunctionArn":"arn:aws:lambda:eu-west-1:000000000000:function:other"},
        {"EventSourceArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/t/stream/1",
         "FunctionArn":"arn:aws:lambda:eu-west-1:000000000000:function:outbox:live",
         "FilterCriteria":{"Filters":[{"Pattern":"{\\"dynamodb\\":{\\"Keys\\":{\\"sk\\":{\\"S\\":[\\"HEAD\\"]}}}}"}]}}
      ]}
      """;

  private final List<String> records = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final Map<String, String> lastEvents = new HashMap<>();
  private Instant eventsAt = BEGAN;
  private HttpServer server;
  private StreamWatch stream;
  private Settling settling;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var cloud =
        new LocalCloud(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "eu-west-1");
    stream = StreamWatch.begin(cloud);
    settling =
        new Settling(
            new Activity("nobody"),
            stream,
            new OpenWork(cloud, "t", MACHINE, BEGAN),
            Duration.ofMillis(600));
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void nothing_to_do_is_rest() throws InterruptedException {
    assertThat(settling.await(NOW)).isEmpty();
  }

  @Test
  void a_record_on_its_way_is_waited_for() throws InterruptedException {
    records.add(record("HEAD", "1"));

    assertThat(settling.await(NOW)).containsExactly("1 stream records are not handed over yet");
  }

  @Test
  void a_record_that_was_answered_for_is_not() throws InterruptedException {
    records.add(record("HEAD", "1"));
    stream.delivered("outbox", "{\"Records\":[%s]}".formatted(record("HEAD", "1")));

    assertThat(settling.await(NOW)).isEmpty();
  }

  @Test
  void a_record_that_the_filter_keeps_back_is_not() throws InterruptedException {
    records.add(record("FACT#1", "1"));

    assertThat(settling.await(NOW)).isEmpty();
  }

  @Test
  void another_functions_records_do_not_count() throws InterruptedException {
    records.add(record("HEAD", "1"));
    stream.delivered("other", "{\"Records\":[%s]}".formatted(record("HEAD", "1")));

    assertThat(settling.await(NOW)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WAIT, wakeAt, 2027-03-01T06:00:00Z, '', true",
    "WAIT, wakeAt, 2027-03-01T06:00:01Z, '', false",
    "OUTBOX#1, dueAt, 2027-03-01T05:59:59.5Z, ready, true",
    "OUTBOX#1, dueAt, 2027-03-02T00:00:00.000000000Z, ready, false",
    "OUTBOX#1, claimedUntil, 2027-03-01T05:59:59Z, sending, true",
    "OUTBOX#1, claimedUntil, 2027-03-01T06:00:01Z, sending, false",
    "OUTBOX#1, dueAt, 2027-02-01T00:00:00Z, given-up, false",
    "HEAD, wakeAt, 2027-02-01T00:00:00Z, '', false"
  })
  void what_is_due_is_waited_for(
      String key, String attribute, String moment, String state, boolean open)
      throws InterruptedException {
    rows.add(
        """
        {"pk":{"S":"REFERRAL#1"},"sk":{"S":"%s"},"%s":{"S":"%s"},"state":{"S":"%s"}}
        """
            .formatted(key, attribute, moment, state));

    List<String> expected = open ? List.of("REFERRAL#1 %s is open".formatted(key)) : List.of();
    assertThat(settling.await(NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ExecutionStarted, false",
    "TaskScheduled, false",
    "WaitStateEntered, true",
    "ExecutionFailed, true",
    "ExecutionAborted, true"
  })
  void an_execution_that_does_not_wait_yet_is_waited_for(String lastEvent, boolean rest)
      throws InterruptedException {
    rows.add(wait("2027-03-01T07:00:05Z", ""));
    lastEvents.put("arn:aws:states:eu-west-1:000000000000:execution:m:1-3", lastEvent);

    assertThat(settling.await(NOW))
        .isEqualTo(
            rest
                ? List.of()
                : List.of("REFERRAL#1 WAIT has an execution that does not wait yet: " + lastEvent));
  }

  @Test
  void a_task_whose_function_died_with_the_process_before_is_not() throws InterruptedException {
    rows.add(wait("2027-03-01T07:00:05Z", ""));
    lastEvents.put("arn:aws:states:eu-west-1:000000000000:execution:m:1-3", "TaskScheduled");
    eventsAt = BEGAN.minusMillis(1);

    assertThat(settling.await(NOW)).isEmpty();
  }

  @Test
  void an_execution_that_was_lost_is_not() throws InterruptedException {
    rows.add(wait("2027-03-01T07:00:05Z", ""));

    assertThat(settling.await(NOW)).isEmpty();
  }

  @Test
  void a_parked_execution_is_not() throws InterruptedException {
    rows.add(wait("2027-03-01T07:00:05Z", ",\"token\":{\"S\":\"t\"}"));
    lastEvents.put("arn:aws:states:eu-west-1:000000000000:execution:m:1-3", "TaskScheduled");

    assertThat(settling.await(NOW)).isEmpty();
  }

  private static String wait(String wakeAt, String more) {
    return """
    {"pk":{"S":"REFERRAL#1"},"sk":{"S":"WAIT"},"leg":{"N":"3"},"wakeAt":{"S":"%s"}%s}
    """
        .formatted(wakeAt, more);
  }

  private static String record(String key, String number) {
    return """
    {"dynamodb":{"Keys":{"sk":{"S":"%s"}},"SequenceNumber":"%s"}}
    """
        .formatted(key, number);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String operation = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    String body =
        switch (operation.substring(operation.indexOf('.') + 1)) {
          case "DescribeStream" -> "{\"StreamDescription\":{\"Shards\":[{\"ShardId\":\"s\"}]}}";
          case "GetShardIterator" -> "{\"ShardIterator\":\"i\"}";
          case "GetRecords" -> take();
          case "Scan" -> "{\"Items\":[%s]}".formatted(String.join(",", rows));
          case "GetExecutionHistory" -> history(exchange);
          default -> MAPPINGS;
        };
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(body.contains("__type") ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String history(HttpExchange exchange) throws IOException {
    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return lastEvents.entrySet().stream()
        .filter(execution -> request.contains("\"" + execution.getKey() + "\""))
        .map(execution ->
            "{\"events\":[{\"type\":\"%s\",\"timestamp\":%s}]}"
                .formatted(execution.getValue(), BigDecimal.valueOf(eventsAt.toEpochMilli(), 3)))
        .findFirst()
        .orElse("{\"__type\":\"ExecutionDoesNotExist\"}");
  }

  private String take() {
    String page =
        "{\"NextShardIterator\":\"i\",\"Records\":[%s]}".formatted(String.join(",", records));
    records.clear();
    return page;
  }
}
