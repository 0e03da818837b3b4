package io.referralflow.json;

import java.util.Map;
import java.util.TreeMap;

/// One line of the log, as JSON.
public final class LogLine {

  private LogLine() {}

  public static String write(
      String level, String requestId, String what, Map<String, String> facts) {
    var json = Json.object().put("level", level).put("requestId", requestId).put("what", what);
    new TreeMap<>(facts).forEach(json::put);
    return json + "\n";
  }
}
