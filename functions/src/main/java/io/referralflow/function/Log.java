package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.referralflow.json.LogLine;
import java.util.Arrays;
import java.util.Map;

/// Log lines as JSON, with ids and counts and no personal data: of a fault the classes and places
/// are logged, never a message that might quote what somebody typed.
final class Log {

  private static final int DEEPEST = 12;

  private Log() {}

  static void info(Context context, String what, Map<String, String> facts) {
    write(context, LogLevel.INFO, what, facts);
  }

  static void fault(Context context, Throwable fault) {
    write(context, LogLevel.ERROR, "fault", Map.of("fault", classes(fault), "at", places(fault)));
  }

  private static String classes(Throwable fault) {
    var own = fault instanceof IllegalStateException ? ": " + fault.getMessage() : "";
    return fault.getClass().getName()
        + own
        + (fault.getCause() == null ? "" : " < " + classes(fault.getCause()));
  }

  private static String places(Throwable fault) {
    return String.join(
        " < ",
        Arrays.stream(fault.getStackTrace())
            .limit(DEEPEST)
            .map(StackTraceElement::toString)
            .toList());
  }

  private static void write(
      Context context, LogLevel level, String what, Map<String, String> facts) {
    context
        .getLogger()
        .log(LogLine.write(level.name(), context.getAwsRequestId(), what, facts), level);
  }
}
