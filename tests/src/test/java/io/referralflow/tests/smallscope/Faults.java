package io.referralflow.tests.smallscope;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Kills the process at calls to the outside, before the other side acts or after it did. Calls are
/// counted; point `2n` is before call `n`, point `2n + 1` after it, both from 0.
final class Faults {

  /// The process is gone. No code catches it, as none survives a kill.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final int first;
  private final int second;
  private boolean armed;
  private int calls;
  private int kills;

  /// Kills at two points; those that are never reached, such as -1, do nothing.
  Faults(int first, int second) {
    this.first = first;
    this.second = second;
  }

  /// From now on calls count.
  void arm() {
    armed = true;
  }

  /// How many points were passed or hit.
  int points() {
    return 2 * calls;
  }

  int kills() {
    return kills;
  }

  /// The port with faults in its way.
  <P> P in(Class<P> port, Object sound) {
    return port.cast(
        Proxy.newProxyInstance(
            Faults.class.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (!armed) {
                return method.invoke(sound, arguments);
              }
              var call = calls++;
              kill(2 * call);
              try {
                var answer = method.invoke(sound, arguments);
                kill(2 * call + 1);
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
              }
            }));
  }

  private void kill(int point) {
    if (point == first || point == second) {
      kills++;
      throw new Killed();
    }
  }
}
