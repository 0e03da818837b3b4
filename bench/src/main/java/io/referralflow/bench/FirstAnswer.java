package io.referralflow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Starts a function as Lambda's Java runtime does (the official runtime client, its folder as the
/// task root, an environment that holds nothing else, Lambda's JVM flags) and measures how long it
/// takes from the start of the process to the first answer.
///
/// @param client the folder of the runtime client's jars
/// @param java the JVM's folder
/// @param log where the function's output goes
public record FirstAnswer(Path client, Path java, Path log) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Starts it once, measures and ends it.
  ///
  /// @param root the unpacked deployment package
  /// @param handler the class of the handler, which reads and writes streams
  /// @param environment what the template sets, and where the services are
  public Duration of(Path root, String handler, Map<String, String> environment, String event)
      throws IOException, InterruptedException {
    try (var api = new RuntimeApi()) {
      api.event(event);
      var began = System.nanoTime();
      var process = start(root, handler, environment, api.address());
      try {
        var posted = api.posted(PATIENCE);
        if (!posted.path().endsWith("/response") || posted.body().contains("\"statusCode\":5")) {
          throw new IllegalStateException(posted.toString());
        }
        return Duration.ofNanos(posted.nanos() - began);
      } finally {
        var _ = process.destroyForcibly().waitFor();
      }
    }
  }

  private Process start(Path root, String handler, Map<String, String> environment, String api)
      throws IOException {
    var command =
        List.of(
            java.resolve("bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx850m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            client + File.separator + "*",
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            handler);
    var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(lambda(root, handler, api));
    builder.environment().putAll(environment);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
  }

  private static Map<String, String> lambda(Path root, String handler, String api) {
    return Map.ofEntries(
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "api"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "log"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "log"),
        Map.entry("AWS_LAMBDA_RUNTIME_API", api),
        Map.entry("AWS_REGION", "eu-west-1"),
        Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
        Map.entry("LAMBDA_TASK_ROOT", root.toString()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"),
        Map.entry("_HANDLER", handler));
  }
}
