package io.tuco.camel.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes what is offered, as much at once as has gathered while the last batch was on its way: one
 * alone does not wait, and many share their reads and writes. Thread-safe.
 */
final class Batching<T> {

  private final ConcurrentLinkedQueue<T> offered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService worker;
  private final int most;
  private final Consumer<List<T>> taker;

  /**
   * @param worker of one thread
   * @param most in one batch
   * @param taker does not throw
   */
  Batching(ExecutorService worker, int most, Consumer<List<T>> taker) {
    this.worker = worker;
    this.most = most;
    this.taker = taker;
  }

  void offer(T one) {
    offered.add(one);
    begin();
  }

  private void begin() {
    if (busy.compareAndSet(false, true)) {
      try {
        worker.execute(this::work);
      } catch (RejectedExecutionException stopping) {
        // Whoever waits for what was offered must hear of it.
        work();
      }
    }
  }

  private void work() {
    try {
      for (var batch = next(); !batch.isEmpty(); batch = next()) {
        taker.accept(batch);
      }
    } finally {
      busy.set(false);
    }
    // Something may have come between the last look and the last line.
    if (!offered.isEmpty()) {
      begin();
    }
  }

  private List<T> next() {
    var batch = new ArrayList<T>();
    for (var one = offered.poll(); one != null; one = batch.size() < most ? offered.poll() : null) {
      batch.add(one);
    }
    return batch;
  }
}
