package io.tuco.core.simulation;

import io.tuco.core.store.Stores;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;

/**
 * The store as one process reaches it. Each call is a point at which the process may be held up,
 * die, or find the store away, before the call is applied or after it: then nobody can tell.
 */
final class SimStore {

  /** What may happen around a call, and who looks on. */
  interface Around {

    void before();

    /** The call has been applied, whatever becomes of the caller. */
    void applied(Method call, Object[] arguments, Object result);

    void after();
  }

  private final Around around;

  private SimStore(Around around) {
    this.around = around;
  }

  /** Every port of the real stores, seen through {@code around}; the ping is not asked for. */
  static Stores of(Stores real, Around around) {
    var seen = new SimStore(around);
    var ports = new HashMap<String, Object>();
    for (var port : Stores.class.getMethods()) {
      if (port.getReturnType().isInterface()) {
        ports.put(port.getName(), seen.through(port.getReturnType(), portOf(real, port)));
      }
    }
    return proxy(
        Stores.class, (self, method, arguments) -> ports.getOrDefault(method.getName(), true));
  }

  private static Object portOf(Stores real, Method port) {
    try {
      return port.invoke(real);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <S> S proxy(Class<S> port, InvocationHandler handler) {
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  private Object through(Class<?> port, Object real) {
    // What a port says by its other methods happens when those are called.
    return proxy(
        port,
        (self, method, arguments) ->
            method.isDefault()
                ? InvocationHandler.invokeDefault(self, method, arguments)
                : call(real, method, arguments));
  }

  private Object call(Object real, Method method, Object[] arguments) throws Throwable {
    around.before();
    var result = applied(real, method, arguments);
    around.applied(method, arguments, result);
    around.after();
    return result;
  }

  private static Object applied(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
