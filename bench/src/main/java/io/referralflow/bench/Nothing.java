package io.referralflow.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A function that gives back what it is given: what is left of a cold start when a function does
/// nothing.
public final class Nothing implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var _ = in.transferTo(out);
  }
}
