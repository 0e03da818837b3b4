package io.referralflow.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// Stores that are other stores with something in the place of each port.
public final class EachPort {

  private EachPort() {}

  /// What takes the place of a port.
  @FunctionalInterface
  public interface Instead {
    /// What is asked instead of a port.
    ///
    /// @param port the method of [Stores] that answers the port, to be asked of the real ones
    Object of(Method port) throws ReflectiveOperationException;
  }

  /// Asked of anew whenever a port is.
  public static Stores instead(Instead instead) {
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (_, port, _) -> {
              try {
                return instead.of(port);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
