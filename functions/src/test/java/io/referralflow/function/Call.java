package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// What Lambda tells a function of one call; what the function logs is kept.
public record Call(String getAwsRequestId, List<String> lines) implements Context, LambdaLogger {

  private static final int MEGABYTES = 512;
  private static final int MILLISECONDS = 29_000;

  /// The request id of the call with a number, as long as Lambda's.
  static String id(int number) {
    return new UUID(0, number).toString();
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/api";
  }

  @Override
  public String getLogStreamName() {
    return "live";
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
    return "arn:aws:lambda:eu-west-1:123456789012:function:api";
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("Only mobile apps have one");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("Only mobile apps have one");
  }

  @Override
  public int getRemainingTimeInMillis() {
    return MILLISECONDS;
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEGABYTES;
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public void log(String message) {
    lines.add(message);
  }

  @Override
  public void log(byte[] message) {
    lines.add(new String(message, StandardCharsets.UTF_8));
  }
}
