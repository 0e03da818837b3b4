package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;

/// What must hold of a row, or of its absence, for a write to happen. Attributes are spelled with a
/// leading `#` so that no reserved word gets in the way, values with a leading colon.
record Condition(String text, Attributes values) {

  /// The row is new: nothing that was written is overwritten.
  static final Condition ABSENT = new Condition("attribute_not_exists(#pk)");

  /// The row is there: nothing that was deleted comes back in part.
  static final Condition PRESENT = new Condition("attribute_exists(#pk)");

  /// Nothing is asked.
  static final Condition NONE = new Condition("");

  Condition(String text) {
    this(text, Attributes.none());
  }

  Condition with(Attributes some) {
    return new Condition(text, values.and(some));
  }
}
