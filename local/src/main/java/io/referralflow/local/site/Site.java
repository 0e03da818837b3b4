package io.referralflow.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.referralflow.local.clock.ClockHistory;
import io.referralflow.local.clock.ClockMover;
import io.referralflow.local.cloud.HrSystem;
import io.referralflow.local.cloud.Inbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All addresses of the site, and who answers them.
public final class Site {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PAGE = Pattern.compile("page=([1-9][0-9]{0,5})");

  private final WebFiles files;
  private final Map<String, Object> config;
  private final Path ready;
  private final Inbox inbox;
  private final HrSystem hr;
  private final ClockHistory clock;
  private final ClockMover mover;

  private Site(
      WebFiles files,
      Map<String, Object> config,
      Path ready,
      Inbox inbox,
      HrSystem hr,
      ClockHistory clock,
      ClockMover mover) {
    this.files = files;
    this.config = config;
    this.ready = ready;
    this.inbox = inbox;
    this.hr = hr;
    this.clock = clock;
    this.mover = mover;
  }

  /// Opens the site on the loopback address.
  public static HttpServer open(
      int port,
      Path folder,
      Map<String, Object> config,
      Path ready,
      Inbox inbox,
      HrSystem hr,
      ClockHistory clock,
      ClockMover mover)
      throws IOException {
    var site = new Site(new WebFiles(folder), config, ready, inbox, hr, clock, mover);
    var security = new SecurityHeaders(String.valueOf(config.get("cloud")));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> Reply.send(exchange, security, site::answer));
    server.start();
    return server;
  }

  private Reply answer(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    return switch (method + " " + path) {
      case "POST /local/clock" -> advance(exchange);
      case "POST /local/hr-events" -> report(exchange);
      case "GET /local/clock" -> Reply.json(200, Map.of("now", clock.now().toString()));
      case "GET /local/health" -> health();
      case "GET /local/mail" -> mail(exchange);
      case "GET /local", "GET /local/" -> LocalPages.desk();
      case "GET /local/desk.js" -> LocalPages.deskScript();
      case "GET /local/local.css" -> LocalPages.style();
      case "GET /config.json" -> Reply.json(200, config);
      default ->
          method.equals("GET") || method.equals("HEAD")
              ? files.file(path)
              : Reply.problem(405, "Only GET is served here.");
    };
  }

  private Reply health() throws IOException {
    return Files.exists(ready)
        ? Reply.json(200, JSON.readTree(Files.readString(ready)))
        : Reply.problem(503, "Not everything is ready yet.");
  }

  private Reply mail(HttpExchange exchange) throws InterruptedException {
    String accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
    return accept.contains("application/json")
        ? Reply.json(200, Map.of("items", inbox.mails()))
        : LocalPages.mail(inbox.mails(), page(exchange), clock.zone());
  }

  /// The page that the address asks for; the first one where it asks for none.
  private static int page(HttpExchange exchange) {
    var asked = PAGE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    return asked.matches() ? Integer.parseInt(asked.group(1)) : 1;
  }

  private Reply report(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
      return event.path("type").isString() && event.path("data").isObject()
          ? Reply.json(
              202, Map.of("id", hr.report(event.get("type").asString(), event.get("data"))))
          : Reply.problem(400, "An event has a type and data.");
    } catch (JacksonException e) {
      return Reply.problem(400, "An event has a type and data.");
    }
  }

  private Reply advance(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      if (!body.path("advance").isString()) {
        return Reply.problem(400, "A body like {\"advance\":\"P60D\"} is expected.");
      }
      return switch (mover.advance(body.path("advance").asString())) {
        case ClockMover.Outcome.Settled(var now) -> Reply.json(200, Map.of("now", now.toString()));
        case ClockMover.Outcome.Hanging(var now, List<String> blockers) ->
            Reply.problem(
                503,
                "The clock stands at %s and does not go on, because: %s"
                    .formatted(now, String.join("; ", blockers)));
      };
    } catch (JacksonException e) {
      return Reply.problem(400, "A body like {\"advance\":\"P60D\"} is expected.");
    } catch (IllegalArgumentException e) {
      return Reply.problem(400, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      return Reply.problem(503, String.valueOf(e.getMessage()));
    }
  }
}
