package io.referralflow.port;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param next the cursor of the next part; empty on the last one
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }

  /// Which part of a list is asked for. A list throws [BadCursor] when the cursor is not one that
  /// it gave.
  ///
  /// @param limit 1-100
  /// @param cursor where the part before this one ended
  public record Request(int limit, Optional<String> cursor) {}
}
