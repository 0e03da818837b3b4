package io.referralflow.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventPatternTest {

  private static final String READY_MAIL =
      """
      {"eventName":["INSERT","MODIFY"],
       "dynamodb":{"Keys":{"sk":{"S":[{"prefix":"OUTBOX#"},"MAIL"]}},"NewImage":{"state":{"S":["ready"]}}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "INSERT, OUTBOX#1, ready, true",
    "MODIFY, OUTBOX#2, ready, true",
    "REMOVE, OUTBOX#1, ready, false",
    "INSERT, OUTBOX#1, sent, false",
    "INSERT, MAIL, ready, true",
    "MODIFY, MAIL, sending, false",
    "INSERT, HEAD, ready, false"
  })
  void lets_through_what_the_cloud_lets_through(
      String event, String key, String state, boolean passes) {
    JsonNode change =
        json(
            """
            {"eventName":"%s","dynamodb":{"Keys":{"sk":{"S":"%s"}},"NewImage":{"state":{"S":"%s"}}}}
            """
                .formatted(event, key, state));

    assertThat(new EventPattern(json(READY_MAIL)).matches(change)).isEqualTo(passes);
  }

  @Test
  void what_is_missing_does_not_match() {
    assertThat(new EventPattern(json(READY_MAIL)).matches(json("{}"))).isFalse();
  }

  @Test
  void a_filter_that_is_not_understood_is_refused() {
    var pattern = new EventPattern(json("{\"a\":[{\"numeric\":[\">\",1]}]}"));

    assertThatIllegalStateException().isThrownBy(() -> pattern.matches(json("{\"a\":2}")));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
