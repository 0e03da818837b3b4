package io.referralflow.tests.rights;

import io.referralflow.scenario.Ports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/// Ports with an ear in front of each.
final class Counting {

  /// What is done about a call of a port: passes it on, and may look at the clock or take a note.
  @FunctionalInterface
  interface Ear {
    Object hear(String call, Passing passing) throws Throwable;
  }

  /// The call itself.
  @FunctionalInterface
  interface Passing {
    Object on() throws Throwable;
  }

  private Counting() {}

  /// Ports that tell of every call before they pass it on.
  static Ports of(Ports ports, Consumer<String> heard) {
    return of(
        ports,
        (call, passing) -> {
          heard.accept(call);
          return passing.on();
        });
  }

  static Ports of(Ports ports, Ear ear) {
    try {
      var components = Ports.class.getRecordComponents();
      var types = new Class<?>[components.length];
      var values = new Object[components.length];
      for (var i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        var name = components[i].getName();
        var real = components[i].getAccessor().invoke(ports);
        values[i] =
            Proxy.newProxyInstance(
                Counting.class.getClassLoader(),
                new Class<?>[] {types[i]},
                (_, method, arguments) ->
                    ear.hear(
                        name + "." + method.getName(),
                        () -> {
                          try {
                            return method.invoke(real, arguments);
                          } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                          }
                        }));
      }
      return Ports.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The same ports but for one.
  ///
  /// @param port its name among the ports
  static Ports with(Ports ports, String port, Object other) {
    try {
      var components = Ports.class.getRecordComponents();
      var types = new Class<?>[components.length];
      var values = new Object[components.length];
      for (var i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            components[i].getName().equals(port)
                ? other
                : components[i].getAccessor().invoke(ports);
      }
      return Ports.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
