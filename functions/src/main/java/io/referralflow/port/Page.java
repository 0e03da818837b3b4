package io.referralflow.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A part of a list.
///
/// @param next the cursor of the next part; empty on the last one
public record Page<T>(List<T> items, Optional<String> next) {

  private static final int MOST = 100;

  public Page {
    items = List.copyOf(items);
  }

  /// Everything that is in a list, part by part. A part is read when all before it was looked at.
  ///
  /// @param list answers the part that is asked for
  public static <T> Stream<T> all(Function<Request, Page<T>> list) {
    return Stream.iterate(
            Optional.of(list.apply(new Request(MOST, Optional.empty()))),
            Optional::isPresent,
            part ->
                part.flatMap(Page::next)
                    .map(cursor -> list.apply(new Request(MOST, Optional.of(cursor)))))
        .flatMap(part -> part.orElseThrow().items().stream());
  }

  /// Which part of a list is asked for. A list throws [BadCursor] when the cursor is not one that
  /// it gave.
  ///
  /// @param limit 1-100
  /// @param cursor where the part before this one ended
  public record Request(int limit, Optional<String> cursor) {}
}
