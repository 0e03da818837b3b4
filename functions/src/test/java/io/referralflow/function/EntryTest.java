package io.referralflow.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every function does with what it is called with.
class EntryTest {

  private final List<String> handled = new ArrayList<>();

  @Test
  void answers_a_ping_without_doing_anything() throws IOException {
    assertThat(answer("{\"ping\":true}")).isEqualTo("{}");
    assertThat(answer(" { \"ping\" : true } ")).isEqualTo("{}");
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[true]",
        "{\"ping\":false}",
        "{\"ping\":true,\"run\":\"daily\"}",
        "{\"run\":\"daily\"}",
        "{\"ping"
      })
  void passes_all_else_on(String text) throws IOException {
    assertThat(answer(text)).isEqualTo("done");
    assertThat(handled).containsExactly(text);
  }

  private String answer(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    Entry.run(
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        out,
        nobody(),
        asked -> {
          handled.add(asked);
          return "done";
        });
    return out.toString(UTF_8);
  }

  private static Context nobody() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
