package io.referralflow.json;

import io.referralflow.process.Upkeep;
import java.util.Arrays;

/// What the schedules ask of `upkeep`, and what it did.
public final class UpkeepJson {

  private UpkeepJson() {}

  /// The kind of run asked for.
  ///
  /// @throws IllegalArgumentException when there is no such run, which is a defect of a schedule
  public static Upkeep.Run read(String text) {
    var asked = Json.parse(text).map(json -> json.path("run").asString("")).orElse("");
    return Arrays.stream(Upkeep.Run.values())
        .filter(run -> Wire.name(run).equals(asked))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no such run: " + asked));
  }

  public static String done(Upkeep.Done done) {
    return Json.object()
        .put("waits", done.waits())
        .put("notices", done.notices())
        .put("reports", done.reports())
        .put("erased", done.erased())
        .put("forgotten", done.forgotten())
        .put("differences", done.differences())
        .toString();
  }
}
