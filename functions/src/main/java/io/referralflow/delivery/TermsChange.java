package io.referralflow.delivery;

import io.referralflow.port.Programmes;
import io.referralflow.programme.Portfolio;
import io.referralflow.programme.Programme;
import io.referralflow.programme.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// A change of the terms: what held before, and what holds from its moment on.
///
/// @param programme whose own terms change; empty for the organisation's
/// @param before the version in force when the change was published; of a programme that had no
///   terms of its own, the organisation's
record TermsChange(Optional<Programme> programme, Terms before, Terms after) {

  /// The change that a version makes; empty for the first one, and for one that was replaced before
  /// its moment and never held. Costs four reads, and one for each announcement that was replaced.
  static Optional<TermsChange> of(int version, Programmes programmes) {
    var found = programmes.version(version);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var after = found.get();
    var portfolio = programmes.portfolio();
    var programme = portfolio.promising(version);
    var own = new Line(programme, portfolio, programmes);
    if (isReplaced(after, own.after(version))) {
      return Optional.empty();
    }
    return own.before(version, found, after.publishedAt())
        .or(() ->
            programme.flatMap(_ ->
                new Line(Optional.empty(), portfolio, programmes)
                    .before(version, Optional.empty(), after.publishedAt())))
        .map(before -> new TermsChange(programme, before, after));
  }

  /// What is published before the moment of announced terms takes their place.
  private static boolean isReplaced(Terms terms, Optional<Terms> next) {
    return next.filter(it -> it.publishedAt().isBefore(terms.effectiveFrom())).isPresent();
  }

  /// The versions that replace one another: a programme's own, or the organisation's. All are
  /// numbered in one row.
  private record Line(Optional<Programme> programme, Portfolio portfolio, Programmes programmes) {

    private boolean holds(int version) {
      return portfolio.promising(version).map(Programme::id).equals(programme.map(Programme::id));
    }

    Optional<Terms> after(int version) {
      return IntStream.rangeClosed(version + 1, Math.max(version, portfolio.newestTerms()) + 1)
          .filter(this::holds)
          .boxed()
          .findFirst()
          .flatMap(programmes::version);
    }

    /// What was in force at a moment, of the versions before one.
    ///
    /// @param replacement what stands in the line after them
    Optional<Terms> before(int version, Optional<Terms> replacement, Instant at) {
      var next = replacement;
      for (var number = version - 1; number > 0; number--) {
        if (holds(number)) {
          var before = programmes.version(number);
          if (before.isEmpty()) {
            return Optional.empty();
          }
          if (before.get().isInForce(at) && !isReplaced(before.get(), next)) {
            return before;
          }
          next = before;
        }
      }
      return Optional.empty();
    }
  }
}
