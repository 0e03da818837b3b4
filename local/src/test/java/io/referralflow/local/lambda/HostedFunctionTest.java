package io.referralflow.local.lambda;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedFunctionTest {

  @TempDir private Path folder;
  private final Activity activity = new Activity("nobody");
  private Artifact artifact;

  @BeforeEach
  void make_an_artifact() throws IOException {
    artifact =
        new Artifact(
            Handlers.artifact(folder, Echo.class, Sleeper.class, Breaker.class), List.of());
  }

  /// Answers with its own number, the input, and what it knows of the call.
  public static final class Echo implements RequestStreamHandler {
    private static final AtomicInteger INSTANCES = new AtomicInteger();
    private final int number = INSTANCES.incrementAndGet();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      String input = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (input.equals("wait")) {
        pause();
      }
      String answer =
          String.join(
              " ",
              String.valueOf(number),
              input,
              context.getFunctionName(),
              context.getAwsRequestId(),
              String.valueOf(context.getRemainingTimeInMillis() > 0));
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void pause() {
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Takes longer than it may.
  public static final class Sleeper implements RequestStreamHandler {
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    public Sleeper() {
      INSTANCES.incrementAndGet();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      if (new String(in.readAllBytes(), StandardCharsets.UTF_8).equals("count")) {
        out.write(String.valueOf(INSTANCES.get()).getBytes(StandardCharsets.UTF_8));
        return;
      }
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Throws.
  public static final class Breaker implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void one_call_after_the_other_is_served_by_the_same_instance() throws InterruptedException {
    HostedFunction echo = function(Echo.class, 5);

    assertThat(echo.serve(call("one", 5))).isEqualTo(new Answer.Done("1 one Echo request true"));
    assertThat(echo.serve(call("two", 5))).isEqualTo(new Answer.Done("1 two Echo request true"));
    assertThat(activity.running()).isEmpty();
  }

  @Test
  void calls_at_the_same_time_have_an_instance_each() throws Exception {
    HostedFunction echo = function(Echo.class, 5);
    Callable<Answer> call = () -> echo.serve(call("wait", 5));
    Set<Answer> answers = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(List.of(call, call, call, call), 5, SECONDS)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(4);
  }

  @Test
  void what_takes_too_long_ends_in_time_and_its_instance_is_not_used_again()
      throws InterruptedException {
    HostedFunction sleeper = function(Sleeper.class, 1);

    assertThat(sleeper.serve(call("sleep", 1)))
        .isEqualTo(new Answer.TimedOut("Task timed out after 1.00 seconds"));
    assertThat(sleeper.serve(call("count", 1))).isEqualTo(new Answer.Done("2"));
  }

  @Test
  void a_fault_is_told_to_the_caller() throws InterruptedException {
    assertThat(function(Breaker.class, 5).serve(call("", 5)))
        .isEqualTo(new Answer.Failed("java.lang.IllegalStateException", "broken"));
  }

  @Test
  void a_class_that_is_not_in_the_artifact_is_not_found() throws InterruptedException {
    var settings = new FunctionSettings("Host", "io.referralflow.local.Host::main", 5, 128);
    var host = new HostedFunction(settings, artifact, activity, FunctionLogs.take(folder));

    assertThat(host.serve(call("", 5)))
        .isEqualTo(
            new Answer.Failed("java.lang.ClassNotFoundException", "io.referralflow.local.Host"));
  }

  private HostedFunction function(Class<?> handler, int timeout) {
    String entry = handler.getName() + "::handleRequest";
    var settings = new FunctionSettings(handler.getSimpleName(), entry, timeout, 128);
    return new HostedFunction(settings, artifact, activity, FunctionLogs.take(folder));
  }

  private static Call call(String payload, int timeout) {
    return new Call("request", "arn", "1", Instant.now().plusSeconds(timeout), payload);
  }
}
