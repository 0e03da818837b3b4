package io.referralflow.file;

/// How a file is taken.
public enum Mode {
  /// All lines or none.
  WHOLE,
  /// Those that can be taken.
  LINES,
  /// None: only said what is wrong.
  JUDGE;

  /// Whether nothing is taken of a file in which lines are wrong.
  public boolean takesNothing(boolean anyWrong) {
    return this == JUDGE || (this == WHOLE && anyWrong);
  }
}
