package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import java.util.Optional;

/// What became of a write of one row.
sealed interface Written {

  /// It was made.
  ///
  /// @param row the row as it is now; empty after a deletion
  record Done(Attributes row) implements Written {}

  /// The condition did not hold.
  ///
  /// @param found the row that stood in the way; empty when there was none
  record Refused(Optional<Attributes> found) implements Written {}
}
