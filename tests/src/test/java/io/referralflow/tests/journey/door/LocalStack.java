package io.referralflow.tests.journey.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The whole product on this machine, as `make run` starts it: once for all tests of this JVM, on
/// free ports and with a work folder of its own, and ended with the JVM.
///
/// Whoever writes tests starts it once by hand and names it: with `REFERRALFLOW_SITE` in the
/// environment, or the system property `referralflow.site`, the tests go to that site and start
/// nothing. A test that breaks things starts [one of its own](#own).
public final class LocalStack implements AutoCloseable {

  private static final Path PROJECT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final Path FOLDER = PROJECT.resolve("tests/target");

  /// On an empty machine all tools are installed and all parts built first.
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private static final Duration END = Duration.ofSeconds(15);

  private static final class Shared {
    private static final LocalStack STACK = find();
  }

  private final URI site;
  private final Optional<Process> process;
  private final Http http = new Http();
  private final JsonNode ready;
  private final Clock clock;
  private final SignIn signIn;
  private final Door door;

  private LocalStack(URI site, Optional<Process> process) {
    this.site = site;
    this.process = process;
    ready = http.json(http.get(site.resolve("/local/health")));
    var config = http.json(http.get(site.resolve("/config.json")));
    clock = new Clock(http, site);
    signIn = new SignIn(http, config);
    door = new Door(http, URI.create(text("api")), signIn, inbox(), clock);
  }

  /// The stack that all tests of this JVM share; the first call starts it.
  public static LocalStack shared() {
    return Shared.STACK;
  }

  /// A stack for one test alone, with variables of its own in the environment.
  public static LocalStack own(String name, Map<String, String> environment) {
    return start(name, environment);
  }

  @Override
  public void close() {
    process.ifPresent(LocalStack::end);
  }

  /// The site's address, such as `http://localhost:8080`.
  public URI site() {
    return site;
  }

  /// The API's address, which ends in `/v1`.
  public URI api() {
    return URI.create(text("api"));
  }

  /// The local cloud's address.
  public URI cloud() {
    return URI.create(text("cloud"));
  }

  /// What the template puts out, by name.
  public String output(String name) {
    return ready.at("/stack/" + name).asString();
  }

  /// The folder of the logs, one file for each function.
  public Path logs() {
    return Path.of(ready.path("logs").asString());
  }

  /// An ID token of one of the demo's people, as a browser would get it.
  public String idToken(String username) {
    return signIn.idToken(username);
  }

  public Door door() {
    return door;
  }

  public Clock clock() {
    return clock;
  }

  public Inbox inbox() {
    return new Inbox(http, site);
  }

  /// The company's HR system, which puts events on the bus.
  public HrSystem hr() {
    return new HrSystem(new Cloud(http, cloud()), output("BusName"), clock);
  }

  /// The directory from which the company's people sign in.
  public Directory directory() {
    return new Directory(new Cloud(http, cloud()), output("UserPoolId"), signIn, door);
  }

  /// How many rows the table has.
  public int rows() {
    return new Cloud(http, cloud()).count(output("TableName"));
  }

  /// How fast executions wait: 1 is real time, 0.001 a thousandth of it.
  public void scaleWaits(double scale) {
    new Cloud(http, cloud()).scaleWaits(scale);
  }

  /// What `make redrive` ended with and said.
  public record Redriven(int exit, String words) {}

  /// Sends what failed for good again, as an operator does.
  public Redriven redrive() {
    try {
      var process =
          new ProcessBuilder("python3", "local/redrive.py", "--cloud-port=" + cloud().getPort())
              .directory(PROJECT.toFile())
              .redirectErrorStream(true)
              .start();
      var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Redriven(process.waitFor(), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Leaves a text in a queue of what failed for good, by the end of its name.
  public void leaves(String queue, String text) {
    new Cloud(http, cloud()).send("referralflow-local-" + queue, text);
  }

  /// Empties a queue of what failed for good, by the end of its name.
  public void empties(String queue) {
    new Cloud(http, cloud()).purge("referralflow-local-" + queue);
  }

  /// How much memory it takes by now, process by process, in words; empty where it was started by
  /// somebody else.
  public String memory() {
    return process.stream()
        .flatMap(Process::descendants)
        .filter(ProcessHandle::isAlive)
        .map(each ->
            "%s %d MB"
                .formatted(
                    each.info().command().map(LocalStack::name).orElse("?"), megabytes(each)))
        .collect(Collectors.joining(", "));
  }

  private static String name(String command) {
    return command.substring(command.lastIndexOf('/') + 1);
  }

  private static long megabytes(ProcessHandle process) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private String text(String field) {
    return ready.path(field).asString();
  }

  private static LocalStack find() {
    return named()
        .map(site -> new LocalStack(site, Optional.empty()))
        .orElseGet(() -> start("local-stack", Map.of()));
  }

  private static Optional<URI> named() {
    return Optional.ofNullable(System.getProperty("referralflow.site"))
        .or(() -> Optional.ofNullable(System.getenv("REFERRALFLOW_SITE")))
        .filter(address -> !address.isBlank())
        .map(URI::create);
  }

  private static LocalStack start(String name, Map<String, String> environment) {
    try {
      var folder = FOLDER.resolve(name);
      var ports = freePorts();
      var command =
          List.of(
              "python3",
              "local/run.py",
              "--site-port=" + ports.get(0),
              "--cloud-port=" + ports.get(1),
              "--host-port=" + ports.get(2),
              "--work=" + folder);
      var words = Files.createDirectories(folder).resolve("run.txt");
      var builder =
          new ProcessBuilder(command)
              .directory(PROJECT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(words.toFile());
      builder
          .environment()
          .keySet()
          .removeAll(
              List.of("KEEP", "DEMO", "COMPANY", "WORK_DIR", "DEBUG_PORT", "SFN_WAIT_SCALE"));
      builder.environment().putAll(environment);
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      var site = URI.create("http://localhost:" + ports.getFirst());
      await(process, site, words);
      return new LocalStack(site, Optional.of(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Process process, URI site, Path words) throws IOException {
    var http = new Http();
    var end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      if (http.answersWell(site.resolve("/local/health"))) {
        return;
      }
      Patience.glance();
    }
    end(process);
    throw new IllegalStateException(
        "The stack did not start. Its logs are in %s; it said:%n%s"
            .formatted(words.getParent(), Files.readString(words)));
  }

  /// Asked first, so that it ends what it started itself.
  private static void end(Process process) {
    var all = process.descendants().toList();
    process.destroy();
    try {
      if (process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<Integer> freePorts() throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < 3; i++) {
        sockets.add(new ServerSocket(0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }
}
