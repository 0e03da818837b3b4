package io.referralflow.fake;

import io.referralflow.port.BadCursor;
import io.referralflow.port.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Cuts sorted lists into pages.
final class InMemoryPages {

  private static final String MARK = "fake:";

  private InMemoryPages() {}

  /// The items in order of a key that is unique among them.
  static <T> Page<T> ascending(Stream<T> items, Function<T, String> key, Page.Request request) {
    return page(items, key, Comparator.naturalOrder(), request);
  }

  static <T> Page<T> descending(Stream<T> items, Function<T, String> key, Page.Request request) {
    return page(items, key, Comparator.reverseOrder(), request);
  }

  private static <T> Page<T> page(
      Stream<T> items, Function<T, String> key, Comparator<String> order, Page.Request request) {
    var from = request.cursor().map(InMemoryPages::opened);
    var rest =
        items
            .filter(item -> from.map(last -> order.compare(key.apply(item), last) > 0).orElse(true))
            .sorted(Comparator.comparing(key, order))
            .toList();
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, Optional.empty());
    }
    List<T> part = rest.subList(0, request.limit());
    return new Page<>(part, Optional.of(cursor(key.apply(part.getLast()))));
  }

  private static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) {
        return text.substring(MARK.length());
      }
    } catch (IllegalArgumentException notBase64) {
      // Falls through: no list gave this.
    }
    throw new BadCursor();
  }
}
