package io.referralflow.local.site;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An answer of the site.
final class Reply {

  private final int status;
  private final String type;
  private final byte[] body;

  Reply(int status, String type, byte[] body) {
    this.status = status;
    this.type = type;
    this.body = body;
  }

  /// Answers a request.
  interface Handler {
    Reply answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  static Reply json(int status, Object body) {
    return new Reply(status, "application/json", JsonMapper.shared().writeValueAsBytes(body));
  }

  static Reply problem(int status, String detail) {
    var problem = Map.of("type", "about:blank", "status", status, "detail", detail);
    return new Reply(
        status, "application/problem+json", JsonMapper.shared().writeValueAsBytes(problem));
  }

  static Reply text(String type, String text) {
    return new Reply(200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, SecurityHeaders security, Handler handler)
      throws IOException {
    try (exchange) {
      Reply reply = answered(exchange, handler);
      security.addTo(exchange.getResponseHeaders(), exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().set("Content-Type", reply.type);
      boolean withoutBody = exchange.getRequestMethod().equals("HEAD") || reply.body.length == 0;
      exchange.sendResponseHeaders(reply.status, withoutBody ? -1 : reply.body.length);
      if (!withoutBody) {
        exchange.getResponseBody().write(reply.body);
      }
    }
  }

  private static Reply answered(HttpExchange exchange, Handler handler) throws IOException {
    try {
      return handler.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return problem(503, "The site is closing.");
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      return problem(500, String.valueOf(e.getMessage()));
    }
  }
}
