package io.tuco.camel.event;

import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stores of which one operation fails so many times before it works again. */
final class FlakyStores {

  private final String operation;
  private final AtomicInteger failures;

  private FlakyStores(String operation, int times) {
    this.operation = operation;
    this.failures = new AtomicInteger(times);
  }

  static Stores failing(Stores whole, String operation, int times) {
    var flaky = new FlakyStores(operation, times);
    return flaky.proxy(
        Stores.class,
        (method, arguments) -> {
          var answer = call(whole, method, arguments);
          var port = method.getReturnType();
          return port.isInterface() ? flaky.port(port, answer) : answer;
        });
  }

  private <T> T port(Class<T> port, Object whole) {
    return proxy(
        port,
        (method, arguments) -> {
          if (method.getName().equals(operation) && failures.getAndDecrement() > 0) {
            throw new StoreException("the store is gone", new IllegalStateException());
          }
          return call(whole, method, arguments);
        });
  }

  private <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.to(method, arguments)));
  }

  private static Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @FunctionalInterface
  private interface Call {
    Object to(Method method, Object @Nullable [] arguments) throws Throwable;
  }
}
