package io.referralflow.aws.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/// Step Functions, SES and Secrets Manager as far as the product calls them: a server that keeps
/// what it did and answers as the services do. Executions run as far as somebody plays them.
public final class FakeServices implements AutoCloseable {

  public static final String MACHINE =
      "arn:aws:states:eu-west-1:000000000000:stateMachine:referral";

  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
  private static final Pattern FROM = Pattern.compile("from\\\\\":\\\\\"([a-z]+)");
  private static final Pattern NEXT = Pattern.compile("next\\\\\":\\\\\"([a-z]+)");
  private static final Pattern EXECUTION = Pattern.compile(":execution:referral:([^\"]+)\"");
  private static final Pattern USER = Pattern.compile("\"Username\":\"([^\"]+)\"");
  private static final Pattern GROUP = Pattern.compile("\"GroupName\":\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"taskToken\":\"([^\"]+)\"");
  private static final Pattern REFERENCE =
      Pattern.compile("\"Name\":\"X-Reference\",\"Value\":\"([^\"]+)\"");

  private final List<ExecutionInterceptor> faults;
  private final HttpServer server;
  private final Map<String, Integer> started = new HashMap<>();
  private final Map<String, String> beginnings = new LinkedHashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private final Set<String> running = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final Map<String, Integer> woken = new HashMap<>();
  private final Map<String, Integer> mailed = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private int numbers;

  public FakeServices(ExecutionInterceptor... faults) {
    this.faults = List.of(faults);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  SfnClient stepFunctions() {
    return built(SfnClient.builder(), atOnce());
  }

  /// As the product's: it tries once.
  SesV2Client mail() {
    return built(SesV2Client.builder(), AwsRetryStrategy.doNotRetry());
  }

  public SecretsManagerClient secrets() {
    return built(SecretsManagerClient.builder(), atOnce());
  }

  /// A pool of accounts, whose client is made anew for each use.
  CognitoIdentityProviderClient accounts() {
    return built(CognitoIdentityProviderClient.builder(), atOnce());
  }

  private static RetryStrategy atOnce() {
    var now = BackoffStrategy.retryImmediately();
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .backoffStrategy(now)
        .throttlingBackoffStrategy(now)
        .circuitBreakerEnabled(false)
        .build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
      B builder, RetryStrategy tries) {
    return builder
        .endpointOverride(address())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .executionInterceptors(faults)
                .retryStrategy(tries)
                .build())
        .build();
  }

  /// Where it listens.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Every execution that was started, by its name: where it entered.
  public synchronized Map<String, String> beginnings() {
    return new LinkedHashMap<>(beginnings);
  }

  /// What a waiting step was answered; empty while it waits.
  public synchronized Optional<String> answer(String token) {
    return Optional.ofNullable(answers.get(token));
  }

  /// An execution came to its end.
  public synchronized void over(String name) {
    running.remove(name);
  }

  /// How often a letter was handed over, by its reference.
  public synchronized Map<String, Integer> mailed() {
    return new TreeMap<>(mailed);
  }

  /// A token that an execution waits with.
  public synchronized String token() {
    var token = "token-" + ++numbers;
    tokens.add(token);
    return token;
  }

  synchronized int started(String name) {
    return started.getOrDefault(name, 0);
  }

  public synchronized boolean isRunning(String name) {
    return running.contains(name);
  }

  synchronized int woken(String token) {
    return woken.getOrDefault(token, 0);
  }

  /// In which group an account is; empty where there is none.
  synchronized Optional<String> group(String user) {
    return Optional.ofNullable(groups.get(user));
  }

  synchronized int mailed(String reference) {
    return mailed.getOrDefault(reference, 0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var answer = answer(target == null ? "SendEmail" : target, body);
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private record Answer(int status, String body) {
    static Answer well(String body) {
      return new Answer(200, body);
    }

    static Answer refused(String code) {
      return new Answer(400, "{\"__type\":\"" + code + "\",\"message\":\"no\"}");
    }
  }

  private synchronized Answer answer(String target, String body) {
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "StartExecution" -> start(found(NAME, body), found(FROM, body));
      case "StopExecution" -> stop(found(EXECUTION, body));
      case "SendTaskSuccess" -> wake(found(TOKEN, body), found(NEXT, body));
      case "GetSecretValue" ->
          Answer.well("{\"SecretString\":\"{\\\"1\\\":\\\"correct horse battery\\\"}\"}");
      case "AdminCreateUser" -> create(found(USER, body), body.contains("\"SUPPRESS\""));
      case "AdminAddUserToGroup" -> {
        var _ = groups.replace(found(USER, body), found(GROUP, body));
        yield Answer.well("{}");
      }
      case "AdminGetUser" ->
          groups.containsKey(found(USER, body))
              ? Answer.well("{\"Username\":\"" + found(USER, body) + "\"}")
              : Answer.refused("UserNotFoundException");
      case "AdminDeleteUser" ->
          groups.remove(found(USER, body)) == null
              ? Answer.refused("UserNotFoundException")
              : Answer.well("{}");
      case "SendEmail" -> {
        mailed.merge(found(REFERENCE, body), 1, Integer::sum);
        yield Answer.well("{\"MessageId\":\"mail-" + ++numbers + "\"}");
      }
      case String other -> throw new AssertionError("Not served: " + other);
    };
  }

  /// The same name with the same input is answered as the first time while it runs.
  private Answer start(String name, String from) {
    if (started.putIfAbsent(name, 1) != null && !running.contains(name)) {
      return Answer.refused("ExecutionAlreadyExists");
    }
    running.add(name);
    beginnings.putIfAbsent(name, from);
    return Answer.well("{\"executionArn\":\"arn:" + name + "\",\"startDate\":1}");
  }

  /// An account is made without a mail, and mailed of on its own.
  private Answer create(String user, boolean isNew) {
    if (isNew && groups.putIfAbsent(user, "") != null) {
      return Answer.refused("UsernameExistsException");
    }
    if (!isNew) {
      mailed.merge(user, 1, Integer::sum);
    }
    return Answer.well("{}");
  }

  private Answer stop(String name) {
    if (!started.containsKey(name)) {
      return Answer.refused("ExecutionDoesNotExist");
    }
    return running.remove(name)
        ? Answer.well("{\"stopDate\":1}")
        : Answer.refused("ValidationException");
  }

  private Answer wake(String token, String next) {
    if (!tokens.remove(token)) {
      return Answer.refused("TaskTimedOut");
    }
    woken.merge(token, 1, Integer::sum);
    answers.put(token, next);
    return Answer.well("{}");
  }

  private static String found(Pattern pattern, String body) {
    var found = pattern.matcher(body);
    if (!found.find()) {
      throw new AssertionError("Not understood: " + body);
    }
    return found.group(1);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
