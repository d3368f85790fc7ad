package io.tuco.camel.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bson.Document;

/**
 * Inserts of one collection: those that come while a command is under way go together in the next
 * one. Whoever is alone is not held up; each hears of its own document. Thread-safe.
 */
final class GatheredInserts {

  /** Of one command; its answer is what all of them wait for. */
  private static final int MOST = 64;

  private static final class Wait {
    private final Document document;
    private boolean over;
    private boolean inserted;
    private Optional<RuntimeException> failure = Optional.empty();

    Wait(Document document) {
      this.document = document;
    }
  }

  private final Function<List<Document>, Set<Integer>> insert;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final Queue<Wait> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param insert inserts each document that is not there, in one command; answers the places of
   *     those that were
   */
  GatheredInserts(Function<List<Document>, Set<Integer>> insert) {
    this.insert = insert;
  }

  /** False when a document of this {@code _id} exists. */
  boolean insertIfAbsent(Document document) {
    var own = join(document);
    // Where more than one command's worth is waiting, its first may be another's.
    for (var batch = turn(own); !batch.isEmpty(); batch = turn(own)) {
      carryOut(batch);
    }
    own.failure.ifPresent(
        failure -> {
          throw failure;
        });
    return own.inserted;
  }

  private Wait join(Document document) {
    var own = new Wait(document);
    lock.lock();
    try {
      waiting.add(own);
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** What to insert now, at this thread's turn; empty when its own document is seen to. */
  private List<Wait> turn(Wait own) {
    lock.lock();
    try {
      while (busy && !own.over) {
        free.awaitUninterruptibly();
      }
      if (own.over) {
        return List.of();
      }
      busy = true;
      var batch = new ArrayList<Wait>();
      while (batch.size() < MOST && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void carryOut(List<Wait> batch) {
    // Until the contrary is known: nobody may be told that it is stored.
    Optional<RuntimeException> failure =
        Optional.of(new IllegalStateException("an insert was not carried out"));
    Set<Integer> present = Set.of();
    try {
      present = insert.apply(batch.stream().map(wait -> wait.document).toList());
      failure = Optional.empty();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    } finally {
      tell(batch, present, failure);
    }
  }

  private void tell(List<Wait> batch, Set<Integer> present, Optional<RuntimeException> failure) {
    lock.lock();
    try {
      for (var place = 0; place < batch.size(); place++) {
        var wait = batch.get(place);
        wait.inserted = !present.contains(place);
        wait.failure = failure;
        wait.over = true;
      }
      busy = false;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
