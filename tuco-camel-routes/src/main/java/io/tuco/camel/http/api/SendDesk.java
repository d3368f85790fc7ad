package io.tuco.camel.http.api;

import io.tuco.core.engine.Acceptance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the core decide send calls. Those that come at one moment make their steps side by side, on a
 * few threads: what they ask of the store is asked together, and none holds a thread while it
 * waits. A call that takes longer is left to a thread of its own: under a key, to a person who
 * becomes a lead, or on a line to be picked.
 */
final class SendDesk extends AsyncProcessorSupport {

  private static final Logger log = LoggerFactory.getLogger(SendDesk.class);

  /** That make their steps side by side. */
  private static final int MOST = 32;

  /**
   * Threads at most: while one waits for the store, the other calculates. More of them share the
   * same calls among more commands, which are dear.
   */
  static final int CLERKS = 2;

  private record Case(
      Exchange exchange, AsyncCallback callback, SendCall.Ready call, Acceptance acceptance) {}

  private final SendCalls calls;
  private final Executor clerks;
  private final Executor alone;
  private final Queue<Case> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * @param clerks runs as many tasks at once as it is given, a few
   * @param alone for calls that take their time
   */
  SendDesk(SendCalls calls, Executor clerks, Executor alone) {
    this.calls = calls;
    this.clerks = clerks;
    this.alone = alone;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    var call = exchange.getMessage().getBody(SendCall.Ready.class);
    var begun = calls.begin(call);
    if (begun.filter(acceptance -> !acceptance.isLong()).isPresent()) {
      waiting.add(new Case(exchange, callback, call, begun.get()));
      callClerk();
      return false;
    }
    decide(
        exchange,
        () ->
            begun
                .map(acceptance -> calls.decided(call, acceptance.run()))
                .orElseGet(() -> calls.decide(call)));
    callback.done(true);
    return true;
  }

  /** Whatever comes of it, the exchange goes on. */
  private static void decide(Exchange exchange, Supplier<SendCall> decision) {
    try {
      exchange.getMessage().setBody(decision.get());
    } catch (Throwable e) {
      exchange.setException(e);
    }
  }

  private void callClerk() {
    if (busy.getAndUpdate(now -> Math.min(CLERKS, now + 1)) < CLERKS) {
      run(clerks, this::serve);
    }
  }

  /** Where no thread is left, as in a context that stops, whoever brings a call serves it. */
  private static void run(Executor executor, Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      task.run();
    }
  }

  private void serve() {
    try {
      for (var batch = next(); !batch.isEmpty(); batch = next()) {
        serve(batch);
      }
    } finally {
      busy.decrementAndGet();
    }
    if (!waiting.isEmpty()) {
      callClerk();
    }
  }

  private List<Case> next() {
    var batch = new ArrayList<Case>(MOST);
    while (batch.size() < MOST) {
      var one = waiting.poll();
      if (one == null) {
        break;
      }
      batch.add(one);
    }
    return batch;
  }

  private void serve(List<Case> batch) {
    var ended = new ArrayList<Case>(batch.size());
    var open = batch;
    while (!open.isEmpty()) {
      open.forEach(one -> one.acceptance().step());
      var still = new ArrayList<Case>(open.size());
      open.forEach(one -> listOf(one, ended, still).ifPresent(list -> list.add(one)));
      open = still;
      open.forEach(SendDesk::send);
    }
    ended.forEach(this::finish);
  }

  /** What could not be sent is asked when it is fetched. */
  private static void send(Case one) {
    try {
      one.acceptance().send();
    } catch (RuntimeException e) {
      log.debug("a question was not sent: {}", e.getClass().getName());
    }
  }

  /** Where it goes on; empty where a thread of its own goes on with it. */
  private Optional<List<Case>> listOf(Case one, List<Case> ended, List<Case> still) {
    if (one.acceptance().isLong()) {
      run(alone, () -> finish(one));
      return Optional.empty();
    }
    return Optional.of(one.acceptance().isOver() ? ended : still);
  }

  /** Makes what steps are left. What fails in the rest of its route is no matter of the others. */
  private void finish(Case one) {
    decide(one.exchange(), () -> calls.decided(one.call(), one.acceptance().run()));
    try {
      one.callback().done(false);
    } catch (Throwable e) {
      // Not the failure itself: its message may quote the call.
      log.error("A send call was decided, and its route broke: {}", e.getClass().getName());
    }
  }
}
