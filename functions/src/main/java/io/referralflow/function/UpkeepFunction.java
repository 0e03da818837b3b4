package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.json.UpkeepJson;
import io.referralflow.process.Upkeep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// Acts on whatever is overdue, by schedule. Idempotent: it acts through ordinary transactions, and
/// what was done is overdue no more.
public final class UpkeepFunction implements RequestStreamHandler {

  private final Upkeep upkeep;

  public UpkeepFunction() {
    this(new Wiring(Settings.fromEnvironment()).upkeep());
  }

  UpkeepFunction(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(
        in,
        out,
        context,
        text -> {
          var done = UpkeepJson.done(upkeep.execute(UpkeepJson.read(text)));
          Log.info(context, "upkeep", Map.of("done", done));
          return done;
        });
  }
}
