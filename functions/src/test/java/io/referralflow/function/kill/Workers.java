package io.referralflow.function.kill;

import io.referralflow.aws.fault.FakeServices;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Processes that hold the functions, one at work and one ready to take over, so that a kill costs
/// no more than a start that has begun before.
final class Workers implements AutoCloseable {

  /// What became of a call.
  sealed interface Outcome {
    /// It came through.
    ///
    /// @param points the points that the call came by
    record Answered(String answer, List<KillPoint> points) implements Outcome {}

    record Failed(String fault) implements Outcome {}

    /// The process was killed by its id while it stood at the point.
    record Killed() implements Outcome {}
  }

  private static final class Running {
    final Process process;
    final BufferedReader out;
    final BufferedWriter in;

    Running(Process process) {
      this.process = process;
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      in =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }
  }

  private final Path extras;
  private final Map<String, String> environment;
  private final Path errors;
  private Running working;
  private Running spare;
  private int kills;

  Workers(String table, String kept, URI dynamo, URI others, Path folder) throws IOException {
    extras = Files.createDirectories(folder.resolve("extras"));
    errors = folder.resolve("workers.txt");
    write(
        "software/amazon/awssdk/global/handlers/execution.interceptors",
        KillInterceptor.class.getName());
    write("META-INF/services/java.time.InstantSource", ToldClock.class.getName());
    environment =
        Map.ofEntries(
            Map.entry("AWS_REGION", "eu-west-1"),
            Map.entry("AWS_ACCESS_KEY_ID", "local"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
            Map.entry("AWS_ENDPOINT_URL", others.toString()),
            Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamo.toString()),
            Map.entry("TABLE_NAME", table),
            Map.entry("KEPT_TABLE_NAME", kept),
            Map.entry("SECRET_ID", "the-secret"),
            Map.entry("SITE_URL", "https://referrals.example.com"),
            Map.entry("MAIL_SENDER", "referrals@example.com"),
            Map.entry("MAIL_CONFIGURATION_SET", "mails"),
            Map.entry("STATE_MACHINE_ARN", FakeServices.MACHINE),
            Map.entry("USER_POOL_ID", "eu-west-1_pool"),
            Map.entry("USER_POOL_CLIENT_ID", "the-site"));
    working = begin();
    spare = begin();
  }

  private void write(String name, String line) throws IOException {
    var file = extras.resolve(name);
    var _ = Files.createDirectories(file.getParent());
    var _ = Files.writeString(file, line + "\n");
  }

  private Running begin() {
    try {
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xshare:auto",
              "-Xmx200m",
              "-cp",
              extras + ":" + System.getProperty("java.class.path"),
              Worker.class.getName());
      builder.environment().putAll(environment);
      return new Running(
          builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int kills() {
    return kills;
  }

  /// Runs one call, in which the process may die.
  Outcome call(Instant now, String step, Optional<KillPoint> point, String event) {
    try {
      var line =
          String.join(
              "\t",
              now.toString(),
              step,
              point.map(KillPoint::toString).orElse("-"),
              Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)));
      working.in.write(line + "\n");
      working.in.flush();
      return heard();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Outcome heard() throws IOException {
    var points = new ArrayList<KillPoint>();
    while (true) {
      var line = working.out.readLine();
      if (line == null) {
        throw new IllegalStateException("The worker ended by itself, see " + errors);
      }
      if (line.startsWith("at ")) {
        points.add(KillPoint.parse(line.substring(3)));
      } else if (line.startsWith("answer ")) {
        return new Outcome.Answered(
            new String(Base64.getDecoder().decode(line.substring(7)), StandardCharsets.UTF_8),
            points);
      } else if (line.startsWith("fault ")) {
        return new Outcome.Failed(line.substring(6));
      } else if (line.equals("kill me")) {
        kill();
        return new Outcome.Killed();
      }
    }
  }

  /// `kill -9`, by the process id; the other process takes over.
  private void kill() {
    end(working.process);
    kills++;
    working = spare;
    spare = begin();
  }

  private static void end(Process process) {
    try {
      if (!process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("It cannot be killed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    end(working.process);
    end(spare.process);
  }
}
