package io.referralflow.tests.statemachine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The local cloud with nothing in it, spoken to without a client library: the machine alone is
/// looked at, and its one function is whatever answers at an address.
final class BareCloud implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INSTALL =
      """
      import pathlib, subprocess, sys
      sys.path.insert(0, "local")
      import builds
      from processes import Processes
      home = subprocess.run(["build/find-jdk"], capture_output=True, text=True, check=True)
      logs = pathlib.Path("tests/target/bare-cloud")
      logs.mkdir(parents=True, exist_ok=True)
      builds.Builds(Processes(logs), pathlib.Path(home.stdout.strip())).cloud_tools()
      """;

  private static final String EMPTY_ZIP = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

  private final Process process;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  private BareCloud(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts the local cloud that `make run` uses, installing it first where it is not there yet.
  static BareCloud start(String function, URI answersAt, String waitScale)
      throws IOException, InterruptedException {
    Path project = Machine.PROJECT.toAbsolutePath().normalize();
    Path program = project.resolve(".local/venv-cloud/bin/ministack");
    run(project, "python3", "-c", INSTALL);
    int port = freePort();
    Path logs = Files.createDirectories(project.resolve("tests/target/bare-cloud"));
    ProcessBuilder builder =
        new ProcessBuilder(program.toString())
            .directory(logs.toFile())
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("cloud.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "BIND_HOST",
                "127.0.0.1",
                "GATEWAY_PORT",
                Integer.toString(port),
                "AWS_DEFAULT_REGION",
                "eu-west-1",
                "MINISTACK_REGION",
                "eu-west-1",
                "MINISTACK_LAMBDA_PROXY_" + function,
                answersAt.toString(),
                "SFN_WAIT_SCALE",
                waitScale,
                "IOT_MTLS_ENABLED",
                "0",
                "SFTP_ENABLED",
                "0",
                "DOCKER_HOST",
                "unix:///nowhere"));
    BareCloud cloud = new BareCloud(builder.start(), URI.create("http://127.0.0.1:" + port));
    cloud.awaitReady();
    return cloud;
  }

  /// A function that has a name and no code; it is answered for elsewhere.
  void createFunction(String name) throws IOException, InterruptedException {
    JsonNode made =
        send(
            HttpRequest.newBuilder(address.resolve("/2015-03-31/functions"))
                .header("Authorization", credentials("lambda"))
                .POST(
                    json(
                        Map.of(
                            "FunctionName", name,
                            "Runtime", "java25",
                            "Handler", "none",
                            "Role", "arn:aws:iam::000000000000:role/none",
                            "Code", Map.of("ZipFile", EMPTY_ZIP))))
                .build());
    if (!made.has("FunctionArn")) {
      throw new IllegalStateException("No function was made: " + made);
    }
  }

  JsonNode states(String operation, Map<String, Object> input)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Authorization", credentials("states"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AWSStepFunctions." + operation)
            .POST(json(input))
            .build());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    HttpRequest ask = HttpRequest.newBuilder(address.resolve("/_ministack/ready")).build();
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Nobody listens yet.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    close();
    throw new IllegalStateException("The local cloud did not start: see tests/target/bare-cloud");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    String body = http.send(request, BodyHandlers.ofString(UTF_8)).body();
    return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
  }

  private static HttpRequest.BodyPublisher json(Map<String, Object> value) {
    return HttpRequest.BodyPublishers.ofString(
        JsonMapper.shared().writeValueAsString(new LinkedHashMap<>(value)), UTF_8);
  }

  private static String credentials(String service) {
    return "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=none";
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("install", ".log");
    Process installing =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .start();
    if (!installing.waitFor(5, TimeUnit.MINUTES) || installing.exitValue() != 0) {
      installing.destroyForcibly();
      throw new IllegalStateException(
          "The local cloud could not be installed: " + Files.readString(log, UTF_8));
    }
    Files.delete(log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
