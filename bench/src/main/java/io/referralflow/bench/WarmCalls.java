package io.referralflow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.referralflow.function.ApiFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Calls `api` over and over in one process and prints what a call takes by itself, apart from the
/// time inside calls of the SDK. For each round four lines, all in nanoseconds: the median and the
/// 90th percentile, the median with the SDK, and the median of a piece of work that is always the
/// same, by which a slow machine is told from a slow call: the event read and written as JSON, ten
/// times. The first round warms it up and is not printed.
///
/// Arguments: a file with the event, in which `{n}` stands for the number of the call; how many
/// calls make a round; how many rounds are printed.
public final class WarmCalls {

  private final ApiFunction api = new ApiFunction();
  private final String event;
  private final long[] own;
  private final long[] all;
  private final long[] yardstick;
  private final JsonMapper json = JsonMapper.shared();
  private int number;

  private WarmCalls(String event, int calls) {
    this.event = event;
    own = new long[calls];
    all = new long[calls];
    yardstick = new long[calls];
  }

  public static void main(String[] arguments) throws IOException {
    var calls =
        new WarmCalls(Files.readString(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
    calls.round();
    for (var round = 0; round < Integer.parseInt(arguments[2]); round++) {
      calls.round();
      calls.print();
    }
  }

  private void round() throws IOException {
    for (var call = 0; call < own.length; call++) {
      var in = new ByteArrayInputStream(event.replace("{n}", "" + ++number).getBytes(UTF_8));
      var out = new ByteArrayOutputStream();
      var sdk = Stopwatch.nanos();
      var began = System.nanoTime();
      api.handleRequest(in, out, new Quiet());
      all[call] = System.nanoTime() - began;
      own[call] = all[call] - (Stopwatch.nanos() - sdk);
      check(out.toString(UTF_8), Stopwatch.nanos() > sdk);
      yardstick[call] = readAndWritten();
    }
    Arrays.sort(own);
    Arrays.sort(all);
    Arrays.sort(yardstick);
  }

  private long readAndWritten() {
    var began = System.nanoTime();
    var text = event;
    for (var time = 0; time < 10; time++) {
      text = json.writeValueAsString(json.readTree(text));
    }
    var took = System.nanoTime() - began;
    if (text.length() < 100) {
      throw new IllegalStateException(text);
    }
    return took;
  }

  private void print() {
    var middle = own.length / 2;
    System.out.printf(
        "%d%n%d%n%d%n%d%n", own[middle], own[own.length * 9 / 10], all[middle], yardstick[middle]);
  }

  /// A refusal would be quick, and so would be an answer that asked nobody.
  private static void check(String answer, boolean asked) {
    if (!asked || !answer.contains("\"statusCode\":20")) {
      throw new IllegalStateException(answer);
    }
  }

  /// What Lambda tells a call, and a log that is not looked at.
  private static final class Quiet implements Context, LambdaLogger {

    @Override
    public String getAwsRequestId() {
      return "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    }

    @Override
    public String getLogGroupName() {
      return "log";
    }

    @Override
    public String getLogStreamName() {
      return "log";
    }

    @Override
    public String getFunctionName() {
      return "api";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return RuntimeApi.FUNCTION;
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 25_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public void log(String message) {}

    @Override
    public void log(byte[] message) {}
  }
}
