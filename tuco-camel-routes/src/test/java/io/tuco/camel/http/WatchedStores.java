package io.tuco.camel.http;

import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stores that note every call which could change something, and that can go away. Notes of use,
 * turns and limits are no changes: nobody can see them.
 */
public final class WatchedStores {

  private static final Set<String> READS =
      Set.of(
          "find",
          "findAll",
          "findByHash",
          "findByAddress",
          "findBySend",
          "findByExternalId",
          "findByGhlContact",
          "findByHubspotContact",
          "search",
          "countByList",
          "countOf",
          "idsOfList",
          "tallies",
          "oldest",
          "withAccount",
          "page",
          "ofWorkspace",
          "ofDevice",
          "hearing",
          "first",
          "all",
          "counts",
          "count",
          "check",
          "due",
          "nextDue",
          "nextWaitingLane",
          "waitingFor",
          "undrained",
          "knownExternalIds",
          "ended",
          "inFlight",
          "beats",
          "lastUsed",
          "touch",
          "nextTurn",
          "lastTurn",
          "touched",
          "ask",
          "askTouched",
          "after",
          "rowOf",
          "lastSent",
          "lastHeard",
          "heardUpTo",
          "strays",
          "unheeded");

  private final Stores stores;
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private volatile boolean broken;
  private volatile boolean slow;
  private volatile Class<?> brokenPort = Void.class;
  private volatile String failing = "";

  public WatchedStores(Stores inner) {
    this.stores = (Stores) proxy(Stores.class, (proxy, part, none) -> partOf(inner, part));
  }

  public Stores stores() {
    return stores;
  }

  public List<String> writes() {
    return writes;
  }

  public void goAway() {
    away = true;
  }

  /** From now on every call meets a bug of ours. */
  public void breakDown() {
    broken = true;
  }

  /** From now on every call of this port does. */
  public void breakDown(Class<?> port) {
    brokenPort = port;
  }

  /** The next call of this name, such as {@code insert}, fails, and nothing is done. */
  public void failOnce(String store, String call) {
    failing = store + "." + call;
  }

  /** From now on no search is finished in time. */
  public void searchSlowly() {
    slow = true;
  }

  private Object partOf(Stores inner, Method part) throws ReflectiveOperationException {
    var store = part.invoke(inner);
    return part.getReturnType().isInterface()
        ? proxy(
            part.getReturnType(),
            (proxy, method, given) ->
                method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, given)
                    : called(store, method, given))
        : !away;
  }

  private Object called(Object store, Method method, Object[] arguments) throws Throwable {
    if (broken || method.getDeclaringClass() == brokenPort) {
      throw new IllegalStateException("cannot read +12025550100");
    }
    if (away) {
      throw new StoreException("the store is away", new IOException("+12025550100 refused"));
    }
    if (failing.equals(method.getDeclaringClass().getSimpleName() + "." + method.getName())) {
      failing = "";
      throw new StoreException("the store is away", new IOException("refused"));
    }
    if (slow && isSearch(method)) {
      return Optional.empty();
    }
    try {
      var result = method.invoke(store, arguments);
      if (isChange(method) && !saysThatNothingChanged(result)) {
        writes.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean isChange(Method method) {
    return !READS.contains(method.getName()) && method.getDeclaringClass() != RateLimitStore.class;
  }

  private static boolean isSearch(Method method) {
    return method.getName().equals("search")
        || method.getDeclaringClass() == MessageArchive.class && method.getName().equals("counts");
  }

  /** So the ports promise, and their contract tests hold them to it. */
  private static boolean saysThatNothingChanged(Object result) {
    return Boolean.FALSE.equals(result) || Optional.empty().equals(result);
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
