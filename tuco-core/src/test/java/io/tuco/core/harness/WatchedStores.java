package io.tuco.core.harness;

import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.ForwardingStores;
import io.tuco.core.store.LaneStore;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stores in memory that keep a list of the writes to lanes, messages and the list of those nobody
 * may write to, and that let the process die at one of them. Not thread-safe.
 */
public final class WatchedStores extends ForwardingStores {

  /** On which side of a write the process dies. */
  public enum Side {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES =
      Set.of(
          "insert",
          "beginSend",
          "updateWaiting",
          "endWaiting",
          "record",
          "amend",
          "followUpMade",
          "open",
          "annotate",
          "replace",
          "add",
          "remove",
          "announce",
          "countOptOut");

  private final List<String> writes = new ArrayList<>();
  private final MessageStore messages = watched(MessageStore.class, super.messages());
  private final LaneStore lanes = watched(LaneStore.class, super.lanes());
  private final DoNotContactStore doNotContact =
      watched(DoNotContactStore.class, super.doNotContact());
  private int fatal;
  private Side side = Side.BEFORE;

  public WatchedStores() {
    super(new InMemoryStores());
  }

  /** The names of all writes so far, in order. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  /** The process dies at the {@code number}-th write from now on, counted from 1. */
  public void dieAt(int number, Side when) {
    fatal = writes.size() + number;
    side = when;
  }

  private <S> S watched(Class<S> port, S store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : invoke(store, method, arguments)));
  }

  private Object invoke(Object store, Method method, Object[] arguments) throws Throwable {
    var isWrite = WRITES.contains(method.getName());
    if (isWrite) {
      writes.add(method.getName());
      dieIf(Side.BEFORE);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (isWrite) {
        dieIf(Side.AFTER);
      }
    }
  }

  private void dieIf(Side now) {
    if (writes.size() == fatal && side == now) {
      fatal = 0;
      throw new CallerDied();
    }
  }

  @Override
  public MessageStore messages() {
    return messages;
  }

  @Override
  public LaneStore lanes() {
    return lanes;
  }

  @Override
  public DoNotContactStore doNotContact() {
    return doNotContact;
  }
}
