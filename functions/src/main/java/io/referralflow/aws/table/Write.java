package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import java.util.List;

/// One write of one row, on a condition.
sealed interface Write {

  Condition condition();

  /// The row is written whole.
  record Put(Attributes item, Condition condition) implements Write {}

  /// Some attributes are set, some removed, the rest stays: also what this version does not know.
  ///
  /// @param added numbers to be added to
  record Update(
      Key key, Attributes set, List<String> removed, Attributes added, Condition condition)
      implements Write {
    public Update {
      removed = List.copyOf(removed);
    }

    Update(Key key, Attributes set, List<String> removed, Condition condition) {
      this(key, set, removed, Attributes.none(), condition);
    }
  }

  /// Nothing is written: a row, or its absence, is only asked for by the writes that it goes with.
  record Check(Key key, Condition condition) implements Write {}

  record Delete(Key key, Condition condition) implements Write {}

  /// A row is written whole outside the table, where a restore of the table does not reach. It goes
  /// with other writes only.
  record Keep(Attributes item, Condition condition) implements Write {}
}
