package io.referralflow.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.referralflow.local.clock.ClockHistory;
import io.referralflow.local.clock.ClockMover;
import io.referralflow.local.cloud.HrSystem;
import io.referralflow.local.cloud.Inbox;
import io.referralflow.local.cloud.LocalCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

  private static final String INBOX =
      """
      {"messages":{"000000000000":[
        {"MessageId":"2","To":["b@example.com"],"Subject":"Later","BodyText":"two","BodyHtml":"<b>two</b>","Timestamp":1700000100.5},
        {"MessageId":"1","To":["a@example.com"],"Subject":"<Earlier>","BodyText":"one","BodyHtml":null,"Timestamp":1700000000.25}
      ]}}
      """;

  @TempDir private Path folder;
  private Path ready;
  private HttpServer cloud;
  private HttpServer site;
  private Inbox inbox;
  private volatile String asked = "";
  private List<String> blockers = List.of();
  private volatile String mails = INBOX;

  @BeforeEach
  void open() throws IOException {
    ready = folder.resolve("ready.json");
    Path web = folder.resolve("web");
    Files.createDirectories(web.resolve("assets"));
    Files.writeString(web.resolve("index.html"), "<p>The app");
    Files.writeString(web.resolve("assets/app-1.js"), "1");
    Files.writeString(folder.resolve("secret.txt"), "not the site's");
    cloud = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloud.createContext(
        "/_ministack/ses/messages",
        exchange -> {
          try (exchange) {
            byte[] body = mails.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    cloud.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = "{\"FailedEntryCount\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    cloud.start();
    var clock = new ClockHistory(folder.resolve("clock.txt"), ZoneId.of("Europe/Amsterdam"));
    var client = new LocalCloud(address(cloud, "/"), "eu-west-1");
    inbox = new Inbox(client, clock, folder.resolve("mail.json"));
    site =
        Site.open(
            0,
            web,
            Map.of("api", "http://localhost:1/v1", "cloud", "http://localhost:1"),
            ready,
            inbox,
            new HrSystem(client, "bus", clock),
            clock,
            new ClockMover(clock, _ -> {}, _ -> blockers));
  }

  @AfterEach
  void close() {
    site.stop(0);
    cloud.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/referrals", "/a/b"})
  void an_address_of_the_app_is_the_app(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<p>The app");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("script-src 'self';", "connect-src 'self' http://localhost:1;");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void what_carries_its_hash_may_be_kept() throws Exception {
    HttpResponse<String> answer = get("/assets/app-1.js");

    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(answer, "Cache-Control")).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt"})
  void what_is_not_the_sites_is_not_there(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void the_site_learns_where_things_are() throws Exception {
    assertThat(get("/config.json").body()).contains("\"api\":\"http://localhost:1/v1\"");
  }

  @Test
  void is_healthy_once_all_is_ready() throws Exception {
    assertThat(get("/local/health").statusCode()).isEqualTo(503);

    Files.writeString(ready, "{\"site\":\"here\"}");

    assertThat(get("/local/health").statusCode()).isEqualTo(200);
    assertThat(get("/local/health").body()).isEqualTo("{\"site\":\"here\"}");
  }

  @Test
  void mail_for_programs_comes_oldest_first() throws Exception {
    assertThat(get("/local/mail", "application/json").body())
        .isEqualTo(
            """
            {"items":[\
            {"id":"1","to":["a@example.com"],"subject":"<Earlier>","text":"one","html":"","at":"2023-11-14T22:13:20.250Z"},\
            {"id":"2","to":["b@example.com"],"subject":"Later","text":"two","html":"<b>two</b>","at":"2023-11-14T22:15:00.500Z"}\
            ]}\
            """);
  }

  @Test
  void mail_is_kept_when_the_cloud_forgets_it() throws Exception {
    inbox.save();

    assertThat(Files.readString(folder.resolve("mail.json"))).contains("Earlier", "Later");
  }

  @Test
  void mail_for_people_comes_newest_first_in_the_programmes_time() throws Exception {
    String page = get("/local/mail").body();

    assertThat(page.indexOf("Later")).isLessThan(page.indexOf("&lt;Earlier&gt;"));
    assertThat(page).contains("Tuesday 14 November 2023, 23:15");
  }

  @Test
  void mail_for_people_comes_fifty_to_a_page() throws Exception {
    mails =
        IntStream.rangeClosed(1, 120)
            .mapToObj(
                """
                {"MessageId":"%1$d","To":["a@example.com"],"Subject":"Mail %1$d.","Timestamp":17000%1$05d}
                """
                    ::formatted)
            .collect(Collectors.joining(",", "{\"messages\":{\"000000000000\":[", "]}}"));

    assertThat(get("/local/mail").body())
        .contains("Mail 120.", "Mail 71.", "Page 1 of 3 <a href=\"?page=2\">Older</a>")
        .doesNotContain("Mail 70.", "Newer");
    assertThat(get("/local/mail?page=2").body())
        .contains("Mail 70.", "Mail 21.", "<a href=\"?page=1\">Newer</a> Page 2 of 3")
        .doesNotContain("Mail 71.", "Mail 20.");
    assertThat(get("/local/mail?page=3").body()).contains("Mail 1.").doesNotContain("Older");
    assertThat(get("/local/mail?page=4").body()).contains("No mail here.");
    assertThat(get("/local/mail?page=0").body()).contains("Page 1 of 3");
    assertThat(get("/local/mail?page=2", "application/json").body())
        .contains("Mail 1.", "Mail 120.");
  }

  @Test
  void the_clock_moves_and_answers_when_all_is_at_rest() throws Exception {
    HttpResponse<String> answer = post("/local/clock", "{\"advance\":\"PT0S\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"now\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}",
        "{\"advance\":60}",
        "{\"advance\":\"-P1D\"}",
        "{\"advance\":\"soon\"}"
      })
  void what_is_no_distance_is_refused(String body) throws Exception {
    HttpResponse<String> answer = post("/local/clock", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void a_clock_that_cannot_go_on_says_why() throws Exception {
    blockers = List.of("a mail is being sent");

    HttpResponse<String> answer = post("/local/clock", "{\"advance\":\"P1D\"}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("a mail is being sent");
  }

  @Test
  void a_report_goes_out_on_the_bus_with_the_clocks_date() throws Exception {
    String event = "{\"type\":\"HireCancelled\",\"data\":{\"employeeId\":\"E-1\"}}";
    HttpResponse<String> answer = post("/local/hr-events", event);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(asked)
        .contains(
            "\"EventBusName\":\"bus\"", "\"DetailType\":\"HireCancelled\"", "E-1", "occurredAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"type\":\"HireCancelled\"}", "{\"type\":1,\"data\":{}}"})
  void what_is_no_event_is_refused(String body) throws Exception {
    assertThat(post("/local/hr-events", body).statusCode()).isEqualTo(400);
    assertThat(asked).isEmpty();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(path, "text/html");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return send(HttpRequest.newBuilder(address(site, path)).header("Accept", accept));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(address(site, path)).POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static URI address(HttpServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
