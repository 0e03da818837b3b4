package io.referralflow.local.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Where the local cloud brings the calls of functions: `POST /functions/<name>` with the event as
/// body and the rest in headers. An answer of 200 is the function's; any other is a fault.
///
/// One thing the local cloud does not do is done here: a reader of a stream that reports records as
/// failed would be taken for done. Its answer is turned into a fault, so that the batch comes again
/// as on AWS (there from the failed record on, here whole, which at-least-once allows too).
public final class FunctionDoor {

  /// Learns that a function has answered for an event.
  public interface Delivered {
    void note(String function, String event) throws InterruptedException;
  }

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, HostedFunction> functions;
  private final Delivered delivered;

  private FunctionDoor(Map<String, HostedFunction> functions, Delivered delivered) {
    this.functions = functions;
    this.delivered = delivered;
  }

  /// Opens the door on the loopback address.
  public static HttpServer open(
      int port, Map<String, HostedFunction> functions, Delivered delivered) throws IOException {
    var door = new FunctionDoor(Map.copyOf(functions), delivered);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/functions/", door::serve);
    server.start();
    return server;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String name = path.substring(path.lastIndexOf('/') + 1);
      @Nullable HostedFunction function = functions.get(name);
      if (function == null) {
        fault(exchange, 404, "ResourceNotFoundException", "No function " + name);
        return;
      }
      String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      answer(exchange, name, event, function.serve(call(exchange, function.settings(), event)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, String name, String event, Answer answer)
      throws IOException, InterruptedException {
    switch (answer) {
      case Answer.Done(String payload) when hasFailedRecords(payload) ->
          fault(exchange, 500, "BatchItemFailures", "Some records are to be handed over again.");
      case Answer.Done(String payload) -> {
        delivered.note(name, event);
        send(exchange, 200, payload);
      }
      case Answer.Failed(String type, String message) -> fault(exchange, 500, type, message);
      case Answer.TimedOut(String message) -> fault(exchange, 504, "Sandbox.Timedout", message);
    }
  }

  private static Call call(HttpExchange exchange, FunctionSettings settings, String event) {
    Headers headers = exchange.getRequestHeaders();
    return new Call(
        header(headers, "X-Amzn-Lambda-Request-Id", UUID.randomUUID().toString()),
        header(headers, "X-Amzn-Lambda-Function-Arn", ""),
        header(headers, "X-Amzn-Lambda-Function-Version", "$LATEST"),
        Instant.now().plusSeconds(settings.timeout()),
        event);
  }

  private static String header(Headers headers, String name, String otherwise) {
    @Nullable String value = headers.getFirst(name);
    return value == null ? otherwise : value;
  }

  private static boolean hasFailedRecords(String payload) {
    return payload.contains("batchItemFailures")
        && !JSON.readTree(payload).path("batchItemFailures").isEmpty();
  }

  private static void fault(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    send(
        exchange,
        status,
        JSON.writeValueAsString(Map.of("errorType", type, "errorMessage", message)));
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
