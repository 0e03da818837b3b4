package io.referralflow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lambda's runtime API, as far as the official runtime client calls it, on the loopback interface:
/// the function asks for the next event and posts its answer.
public final class RuntimeApi implements AutoCloseable {

  static final String FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:api";

  private static final String REQUEST = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
  private static final Duration TIMEOUT = Duration.ofSeconds(25);

  /// What came back.
  ///
  /// @param path where it was posted: to `response`, or to `error`
  /// @param nanos when, on the clock of [System#nanoTime]
  public record Posted(String path, String body, long nanos) {}

  private final HttpServer server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Posted> answers = new LinkedBlockingQueue<>();

  public RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /// What the environment calls `AWS_LAMBDA_RUNTIME_API`.
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Lays the event out for whoever asks next.
  public void event(String event) {
    events.add(event);
  }

  /// Waits for what a function posts.
  public Posted posted(Duration patience) throws InterruptedException {
    var posted = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (posted == null) {
      throw new IllegalStateException("Nothing was posted within " + patience);
    }
    return posted;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        next(exchange);
      } else {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        answers.add(new Posted(exchange.getRequestURI().getPath(), body, System.nanoTime()));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    var event = events.take().getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", REQUEST);
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(TIMEOUT).toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION);
    headers.set(
        "Lambda-Runtime-Trace-Id",
        "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
