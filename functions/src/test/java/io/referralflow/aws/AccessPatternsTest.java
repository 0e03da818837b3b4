package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.Stores;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page on access patterns names every question that the ports of storage ask, and no other.
class AccessPatternsTest {

  private static final Path PAGE = Path.of("../docs/access-patterns.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\| `([^`]+)` \\|$");

  private static List<MatchResult> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    rows = ROW.matcher(Files.readString(PAGE)).results().toList();
  }

  @Test
  void every_method_of_every_port_has_its_row_and_every_row_its_method() {
    assertThat(rows.stream().map(row -> row.group(5)))
        .containsExactlyInAnyOrderElementsOf(methods().toList());
  }

  @Test
  void rows_are_numbered() {
    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, rows.size()).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_list_is_read_from_an_index_and_nothing_else_is() {
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(row.group(3).contains("listKey") || row.group(3).contains("ownerKey"))
                .as(row.group(5))
                .isEqualTo(!row.group(4).isBlank()));
  }

  private static Stream<String> methods() {
    return Arrays.stream(Stores.class.getMethods())
        .map(Method::getReturnType)
        .flatMap(port -> Arrays.stream(port.getMethods()).map(each -> name(port, each)));
  }

  /// The name alone, or with the type of the first parameter where two have it.
  private static String name(Class<?> port, Method method) {
    var sameName =
        Arrays.stream(port.getMethods())
            .filter(other -> other.getName().equals(method.getName()))
            .count();
    var name = port.getSimpleName() + "." + method.getName();
    return sameName == 1 ? name : name + "(" + method.getParameterTypes()[0].getSimpleName() + ")";
  }
}
