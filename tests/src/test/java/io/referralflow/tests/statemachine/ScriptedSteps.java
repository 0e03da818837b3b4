package io.referralflow.tests.statemachine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for the workflow function: answers each referral's steps from a script, one line a
/// call, in JSON. `fault` ends the call with an error; `silence` takes a token and never uses it.
final class ScriptedSteps implements AutoCloseable {

  private final HttpServer server;
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
  private final Map<String, Deque<String>> scripts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<JsonNode> calls = new ConcurrentLinkedQueue<>();
  private volatile BiConsumer<String, String> complete = (token, output) -> {};

  ScriptedSteps() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// How a waiting step's token is completed.
  void completeWith(BiConsumer<String, String> tokenAndOutput) {
    complete = tokenAndOutput;
  }

  void script(String referral, List<String> answers) {
    scripts.put(referral, new ArrayDeque<>(answers));
  }

  List<JsonNode> callsOf(String referral) {
    return calls.stream().filter(call -> call.path("id").asString().equals(referral)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode call = JsonMapper.shared().readTree(exchange.getRequestBody());
      calls.add(call);
      Deque<String> script = scripts.get(call.path("id").asString());
      String line = "fault";
      if (script != null) {
        synchronized (script) {
          // The last line goes for all calls that follow.
          line = script.size() > 1 ? script.pop() : script.getFirst();
        }
      }
      if (line.equals("fault")) {
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      byte[] body = "{}".getBytes(UTF_8);
      if (!call.has("token")) {
        body = line.getBytes(UTF_8);
      } else if (!line.equals("silence")) {
        String output = line;
        // Not before the step is known to wait.
        var _ =
            later.schedule(
                () -> complete.accept(call.path("token").asString(), output),
                200,
                TimeUnit.MILLISECONDS);
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
  }
}
