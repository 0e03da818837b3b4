package io.referralflow.architecture.planted.nobodycallsahandler.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

final class ApiFunction implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {}
}
