package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.function.api.Router;
import io.referralflow.json.ProxyRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// Answers the REST API. Idempotent as each call says: by its key, its state or its own content.
public final class ApiFunction implements RequestStreamHandler {

  private final Router router;

  public ApiFunction() {
    this(new Wiring(Settings.fromEnvironment()).router());
  }

  ApiFunction(Router router) {
    this.router = router;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(
        in,
        out,
        context,
        text -> {
          var routed = router.answer(ProxyRequest.read(text), context.getAwsRequestId());
          routed.fault().ifPresent(fault -> Log.fault(context, fault));
          Log.info(
              context,
              "call",
              Map.of(
                  "route", routed.route(), "status", Integer.toString(routed.answer().status())));
          return routed.answer().write();
        });
  }
}
