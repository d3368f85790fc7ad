package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmPaces;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Lets calls to an account leave no faster than its CRM allows, over all nodes: first come, first
 * served on each. A call that would wait longer than it may is told when to come again.
 */
final class Pacing {

  /** In whose name the limits are counted: an account's are shared by all who speak with it. */
  private static final String COUNTED_AS = "crm";

  /** What may leave at once is a part of the pace, or twice the pace fitted into its stretch. */
  private static final int BURST = 8;

  private record Waiting(Instant deadline, Runnable admitted, Consumer<Instant> refused) {}

  private final RateLimiter limiter;
  private final Clock clock;
  private final Later later;
  private final Map<String, Instant> held = new ConcurrentHashMap<>();
  private final Map<String, Door> doors = new ConcurrentHashMap<>();

  Pacing(RateLimiter limiter, Clock clock, Later later) {
    this.limiter = limiter;
    this.clock = clock;
    this.later = later;
  }

  /**
   * @param refused is told when the call could leave, if that is after {@code deadline}
   */
  void admit(
      Connection connection,
      CrmPaces paces,
      String pace,
      Instant deadline,
      Runnable admitted,
      Consumer<Instant> refused) {
    doors
        .computeIfAbsent(account(connection) + "/" + pace, key -> new Door(connection, paces, pace))
        .enter(new Waiting(deadline, admitted, refused));
  }

  /** The CRM itself asked for a pause: nobody of this node calls the account before it is over. */
  void hold(Connection connection, Instant until) {
    held.merge(account(connection), until, (a, b) -> a.isAfter(b) ? a : b);
  }

  private Optional<Instant> heldUntil(String account, Instant now) {
    var until = held.get(account);
    if (until != null && !until.isAfter(now)) {
      held.remove(account, until);
      return Optional.empty();
    }
    return Optional.ofNullable(until);
  }

  private static String account(Connection connection) {
    return connection.crm() + ":" + connection.accountId().orElse(connection.id());
  }

  /** So many at once, and the rest of them spread, so that no such stretch has more. */
  static RateLimit limitOf(CrmPaces.Pace pace) {
    var burst = Math.max(1, pace.calls() / BURST);
    var regained = Math.max(1, pace.calls() - burst - 1);
    return new RateLimit(burst, pace.per().multipliedBy(burst).dividedBy(regained));
  }

  /** Those who wait for one pace of one account. */
  private final class Door {

    private final String account;
    private final RateKey accountKey;
    private final RateLimit accountLimit;
    private final Optional<RateKey> namedKey;
    private final Optional<RateLimit> namedLimit;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean woken;

    Door(Connection connection, CrmPaces paces, String pace) {
      account = account(connection);
      accountKey = new RateKey(COUNTED_AS, account);
      accountLimit = limitOf(paces.account());
      var named = Optional.ofNullable(paces.named().get(pace));
      namedKey = named.map(any -> new RateKey(COUNTED_AS, account + ":" + pace));
      namedLimit = named.map(Pacing::limitOf);
    }

    void enter(Waiting one) {
      synchronized (this) {
        waiting.add(one);
        if (woken) {
          return;
        }
        woken = true;
      }
      look();
    }

    private void look() {
      var ready = new ArrayList<Runnable>();
      Optional<Duration> pause;
      synchronized (this) {
        pause = decide(ready);
        woken = pause.isPresent();
      }
      ready.forEach(Runnable::run);
      pause.ifPresent(wait -> later.after(wait, this::look));
    }

    /** Fills in who may go, or is refused; answers how long the first of the rest has to wait. */
    private Optional<Duration> decide(ArrayList<Runnable> ready) {
      for (var first = waiting.peek(); first != null; first = waiting.peek()) {
        var now = clock.instant();
        var wait = heldUntil(account, now).map(at -> Duration.between(now, at)).or(this::ask);
        if (wait.isPresent() && !now.plus(wait.get()).isAfter(first.deadline())) {
          return wait;
        }
        var one = waiting.remove();
        ready.add(
            wait.<Runnable>map(pause -> () -> one.refused().accept(now.plus(pause)))
                .orElse(one.admitted()));
      }
      return Optional.empty();
    }

    /** Empty when a call may leave now, and is counted. */
    private Optional<Duration> ask() {
      var whole = limiter.ask(accountKey, accountLimit, 1);
      if (!whole.isAdmitted()) {
        return Optional.of(whole.retryIn());
      }
      if (namedKey.isEmpty()) {
        return Optional.empty();
      }
      var part = limiter.ask(namedKey.get(), namedLimit.orElseThrow(), 1);
      if (part.isAdmitted()) {
        return Optional.empty();
      }
      limiter.giveBack(accountKey, 1);
      return Optional.of(part.retryIn());
    }
  }
}
