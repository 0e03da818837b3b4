package io.referralflow.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.barecloud.BareCloud;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The template as the real SAM CLI deploys it, once and then again with another setting.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedTemplateIT {

  private static final String FIRST = "http://localhost:18080";
  private static final String SECOND = "http://localhost:18081";

  private static BareCloud cloud;
  private static String api;

  @BeforeAll
  static void deploy() {
    BareCloud.prepare("sam_tools", "functions");
    cloud = BareCloud.start(Map.of());
    Matcher url = Pattern.compile("http://\\S+/v1\\b").matcher(deploy(FIRST));
    assertThat(url.find()).isTrue();
    api = url.group();
  }

  @AfterAll
  static void end() {
    cloud.close();
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "GET, /me, 401, unauthorized",
    "PUT, /vacancies/v-1, 401, unauthorized",
    "DELETE, /me, 404, not-found",
    "PATCH, /invitation, 404, not-found",
    "GET, /../nothing, 404, not-found",
  })
  void a_refusal_reads_like_the_contract_and_is_for_the_site_to_read(
      String method, String path, int status, String problem) {
    HttpResponse<String> answer =
        cloud.send(
            HttpRequest.newBuilder(URI.create(api + path).normalize())
                .method(method, BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(FIRST);
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    assertThat(body.path("type").asString()).isEqualTo("urn:referralflow:problem:" + problem);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("instance").asString()).startsWith("urn:request:");
  }

  @Test
  @Order(2)
  void a_changed_setting_publishes_a_version_of_the_functions_that_use_it() {
    assertThat(setting("api", "SITE_URL")).isEqualTo(FIRST);
    assertThat(version("api")).isEqualTo("1");

    assertThat(deploy(SECOND)).contains("Successfully created/updated stack");

    assertThat(setting("api", "SITE_URL")).isEqualTo(SECOND);
    assertThat(setting("outbox", "SITE_URL")).isEqualTo(SECOND);
    assertThat(version("api")).isEqualTo("2");
    assertThat(version("outbox")).isEqualTo("2");
    assertThat(version("workflow")).isEqualTo("1");
  }

  @Test
  @Order(3)
  void deploying_the_same_again_changes_nothing() {
    assertThat(deploy(SECOND)).contains("No changes to deploy");

    assertThat(version("api")).isEqualTo("2");
  }

  private static String deploy(String site) {
    return cloud.deploy("Stage=local SiteUrl=" + site + " CloudUrl=" + cloud.address());
  }

  private static String version(String function) {
    return cloud.function("referralflow-local-" + function, "live").path("Version").asString();
  }

  private static String setting(String function, String name) {
    return cloud
        .function("referralflow-local-" + function, "live")
        .path("Environment")
        .path("Variables")
        .path(name)
        .asString();
  }
}
