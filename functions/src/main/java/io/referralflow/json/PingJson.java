package io.referralflow.json;

/// The daily call that keeps a function from falling asleep: `{"ping":true}` and nothing else.
public final class PingJson {

  /// Longer than any ping; what is longer is not read twice.
  private static final int LONGEST = 64;

  private PingJson() {}

  public static boolean isPing(String text) {
    return text.length() <= LONGEST
        && Json.parse(text)
            .filter(json -> json.size() == 1 && json.path("ping").asBoolean(false))
            .isPresent();
  }
}
