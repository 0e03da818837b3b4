package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import io.referralflow.json.PingJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// What is the same for all functions: the text in, the text out, and one log line for a fault,
/// which is passed on so that whoever called tries again. A ping is answered here.
final class Entry {

  private Entry() {}

  static void run(
      InputStream in, OutputStream out, Context context, Function<String, String> handler)
      throws IOException {
    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    if (PingJson.isPing(text)) {
      out.write("{}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    try {
      out.write(handler.apply(text).getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error fault) {
      Log.fault(context, fault);
      throw fault;
    }
  }
}
