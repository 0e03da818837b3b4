package io.referralflow.function.kill;

import java.util.Optional;

/// A moment in the work of a function: the nth call, from 1, of an operation within one invocation,
/// just before it is sent or just after it was answered.
///
/// @param step the function, for `workflow` with the state of the machine
record KillPoint(String step, String operation, int ordinal, boolean after)
    implements Comparable<KillPoint> {

  static KillPoint parse(String text) {
    var parts = text.split(" ", -1);
    return new KillPoint(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3].equals("after"));
  }

  static Optional<KillPoint> parseIfAny(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(parse(text));
  }

  @Override
  public int compareTo(KillPoint other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return step + " " + operation + " " + ordinal + " " + (after ? "after" : "before");
  }
}
