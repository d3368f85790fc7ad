package io.tuco.camel.failpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A failpoint before or after a call of a store. */
record StoreMoment(
    Class<?> port, String method, boolean before, Point point, Predicate<Call> condition) {

  /** Refuses a method that the port does not have: a failpoint there would never be reached. */
  StoreMoment {
    if (Arrays.stream(port.getMethods()).noneMatch(each -> each.getName().equals(method))) {
      throw new IllegalArgumentException(port + " has no " + method);
    }
  }

  /** A call of a store, with its result once it is over. */
  record Call(Class<?> port, String method, @Nullable Object[] arguments, @Nullable Object result) {

    Object argument(int place) {
      var given = arguments[place];
      if (given == null) {
        throw new IllegalStateException("no argument " + place + " for " + method);
      }
      return given;
    }

    boolean succeeded() {
      return Boolean.TRUE.equals(result);
    }

    boolean foundSome() {
      return result instanceof Collection<?> found && !found.isEmpty()
          || result instanceof Optional<?> one && one.isPresent();
    }
  }

  static StoreMoment before(Class<?> port, String method, Point point, Predicate<Call> condition) {
    return new StoreMoment(port, method, true, point, condition);
  }

  static StoreMoment after(Class<?> port, String method, Point point, Predicate<Call> condition) {
    return new StoreMoment(port, method, false, point, condition);
  }

  boolean isAt(Call call, boolean beforeIt) {
    return before == beforeIt
        && port.equals(call.port())
        && method.equals(call.method())
        && condition.test(call);
  }
}
