package io.referralflow.aws.table;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// DynamoDB Local in a process of its own, started once for all tests of this JVM. It ends with
/// this JVM however that ends: a shell waits for the end of the pipe from here and then kills it by
/// its process id.
public final class DynamoDbLocal {

  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final String UNTIL_THE_PIPE_ENDS =
      "\"$@\" </dev/null >/dev/null 2>&1 & server=$!; cat; kill -9 $server; wait $server";

  private static final DynamoDbLocal SHARED = start();

  private final URI address;

  private DynamoDbLocal(URI address) {
    this.address = address;
  }

  /// A client of the shared server, which lets nobody read a whole table.
  public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .endpointOverride(SHARED.address)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .executionInterceptors(List.of(interceptors))
                .addExecutionInterceptor(new NoScan())
                .build())
        .build();
  }

  /// A client of the shared server that tries again at once, as often as in production: for faults
  /// that are made on purpose.
  public static DynamoDbClient impatientClient(ExecutionInterceptor... interceptors) {
    var atOnce = BackoffStrategy.retryImmediately();
    return DynamoDbClient.builder()
        .endpointOverride(SHARED.address)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .executionInterceptors(List.of(interceptors))
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .backoffStrategy(atOnce)
                        .throttlingBackoffStrategy(atOnce)
                        .circuitBreakerEnabled(false)
                        .build())
                .build())
        .build();
  }

  /// Where the shared server listens.
  public static URI address() {
    return SHARED.address;
  }

  private static DynamoDbLocal start() {
    try {
      var port = freePort();
      var process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  UNTIL_THE_PIPE_ENDS,
                  "dynamodb-local",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx400m",
                  "-XX:+UseSerialGC",
                  "-Djava.library.path=" + libraries(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  libraries() + "/*",
                  "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                  "-inMemory",
                  "-port",
                  Integer.toString(port))
              .directory(scratch())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      awaitListening(process, port);
      return new DynamoDbLocal(URI.create("http://127.0.0.1:" + port));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException ignored) {
      process.destroyForcibly();
    }
  }

  /// Where it may leave its own notes, which it writes into the folder that it runs in.
  private static File scratch() throws IOException {
    return Files.createDirectories(Path.of(libraries()).resolveSibling("scratch")).toFile();
  }

  private static String libraries() {
    var folder = System.getProperty("dynamodb.local");
    if (folder == null) {
      throw new IllegalStateException(
          "The property dynamodb.local names no folder: run this by `build/mvn verify`");
    }
    return folder;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(Process process, int port) throws IOException {
    var deadline = System.nanoTime() + STARTING.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    end(process);
    throw new IOException("DynamoDB Local does not start");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
