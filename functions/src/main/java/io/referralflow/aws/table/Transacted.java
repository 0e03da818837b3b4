package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What became of writes that go together.
///
/// @param <P> what names the single writes
sealed interface Transacted<P> {

  /// One write of a transaction, by the name under which a refusal is reported.
  record Step<P>(P part, Write write) {}

  /// All were made.
  record Done<P>() implements Transacted<P> {}

  /// None was made: the conditions of these parts did not hold.
  ///
  /// @param found the rows that stood in the way, in the order of the steps
  record Refused<P>(Map<P, Optional<Attributes>> found) implements Transacted<P> {
    public Refused {
      found = new LinkedHashMap<>(found);
    }
  }
}
