package io.referralflow.tests.barecloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The local cloud with nothing in it, spoken to without a client library.
public final class BareCloud implements AutoCloseable {

  public static final Path PROJECT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

  private static final Path LOGS = PROJECT.resolve("tests/target/bare-cloud");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EMPTY_ZIP = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

  /// What `make run` would install and build before it starts anything.
  private static final String PREPARE =
      """
      import pathlib, subprocess, sys
      sys.path.insert(0, "local")
      import builds
      from processes import Processes
      home = subprocess.run(["build/find-jdk"], capture_output=True, text=True, check=True)
      made = builds.Builds(Processes(pathlib.Path(sys.argv[1])), pathlib.Path(home.stdout.strip()))
      for part in sys.argv[2:]:
          getattr(made, part)()
      """;

  private final Process process;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  private BareCloud(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// Starts it on a free port, installing it first where it is not there yet.
  ///
  /// @param variables for the local cloud itself, such as who answers for a function
  public static BareCloud start(Map<String, String> variables) {
    prepare("cloud_tools");
    try {
      int port = freePort();
      ProcessBuilder builder =
          new ProcessBuilder(PROJECT.resolve(".local/venv-cloud/bin/ministack").toString())
              .directory(Files.createDirectories(LOGS).toFile())
              .redirectErrorStream(true)
              .redirectOutput(LOGS.resolve("cloud-" + port + ".log").toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("AWS_"));
      environment.putAll(
          Map.of(
              "BIND_HOST", "127.0.0.1",
              "GATEWAY_PORT", Integer.toString(port),
              "AWS_DEFAULT_REGION", "eu-west-1",
              "MINISTACK_REGION", "eu-west-1",
              "IOT_MTLS_ENABLED", "0",
              "SFTP_ENABLED", "0",
              "DOCKER_HOST", "unix:///nowhere"));
      environment.putAll(variables);
      BareCloud cloud = new BareCloud(builder.start(), URI.create("http://localhost:" + port));
      cloud.awaitReady();
      return cloud;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Installs or builds parts of the project as `make run` does, by the names it has for them.
  public static void prepare(String... parts) {
    List<String> command = new ArrayList<>(List.of("python3", "-c", PREPARE, LOGS.toString()));
    command.addAll(List.of(parts));
    var _ = run(command, Map.of());
  }

  /// Deploys what `sam build` made with these parameters; answers what was said about it.
  public String deploy(String parameters) {
    return run(
        List.of(
            PROJECT.resolve(".local/venv/bin/sam").toString(),
            "deploy",
            "--config-env",
            "local",
            "--parameter-overrides",
            parameters),
        Map.of(
            "AWS_ENDPOINT_URL", address.toString(),
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_DEFAULT_REGION", "eu-west-1",
            "SAM_CLI_TELEMETRY", "0"));
  }

  public URI address() {
    return address;
  }

  /// A function that has a name and no code; it is answered for elsewhere.
  public void createFunction(String name) {
    HttpResponse<String> made =
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
    if (made.statusCode() != 201) {
      throw new IllegalStateException("No function was made: " + made.body());
    }
  }

  /// What stands behind an alias of a function.
  public JsonNode function(String name, String alias) {
    return tree(
        send(
            HttpRequest.newBuilder(
                    address.resolve(
                        "/2015-03-31/functions/" + name + "/configuration?Qualifier=" + alias))
                .header("Authorization", credentials("lambda"))
                .build()));
  }

  /// Calls Step Functions.
  public JsonNode states(String operation, Map<String, Object> input) {
    return tree(
        send(
            HttpRequest.newBuilder(address)
                .header("Authorization", credentials("states"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AWSStepFunctions." + operation)
                .POST(json(input))
                .build()));
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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

  private void awaitReady() {
    Instant end = Instant.now().plus(PATIENCE);
    HttpRequest ask = HttpRequest.newBuilder(address.resolve("/_ministack/ready")).build();
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (http.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (IOException e) {
        // Nobody listens yet.
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    close();
    throw new IllegalStateException("The local cloud did not start: see " + LOGS);
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
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

  private static String run(List<String> command, Map<String, String> variables) {
    try {
      Path log = Files.createTempFile(Files.createDirectories(LOGS), "run", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(PROJECT.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(log.toFile());
      builder.environment().putAll(variables);
      Process running = builder.start();
      boolean ended = running.waitFor(5, TimeUnit.MINUTES);
      if (!ended) {
        running.destroyForcibly();
      }
      String said = Files.readString(log, UTF_8);
      if (!ended || running.exitValue() != 0) {
        throw new IllegalStateException(command.getFirst() + " failed: " + said);
      }
      Files.delete(log);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
