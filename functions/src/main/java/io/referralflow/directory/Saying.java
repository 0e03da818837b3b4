package io.referralflow.directory;

import io.referralflow.hire.Stamp;
import java.util.Map;
import java.util.Optional;

/// What somebody says of a colleague at once: HR's event, a line of a file, or a programme manager.
///
/// @param stamp when it became so, and who says it; of two that speak of the same detail the
///   greater wins
/// @param details what is said; empty is said to be so no more; what is not spoken of stays
public record Saying(Stamp stamp, Map<Detail, Optional<String>> details) {

  public Saying {
    details = Map.copyOf(details);
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Saying" + details.keySet();
  }
}
