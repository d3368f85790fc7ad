package io.tuco.camel.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Questions of many threads, asked together: those that come while a command is under way go in the
 * next one. Whoever is alone is not held up; each hears of its own. Thread-safe.
 *
 * <p>A thread that waits is woken once: to ask for all who wait, or when it was asked for.
 *
 * @param <Q> what one thread asks
 * @param <A> what it hears
 */
final class Gathering<Q, A> {

  /** Of one command; its answer is what all of them wait for. */
  static final int MOST = 64;

  private static final class Wait<Q, A> {
    private final Q question;
    private final Thread thread = Thread.currentThread();
    private volatile boolean leads;
    private volatile boolean over;
    private Optional<A> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Wait(Q question) {
      this.question = question;
    }

    /** Whether it is stored must be known: an interrupt is passed on, not obeyed. */
    void await() {
      var interrupted = false;
      while (!leads && !over) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        thread.interrupt();
      }
    }
  }

  private final Function<List<Q>, List<A>> command;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Wait<Q, A>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param command asks them all at once; answers in their order
   */
  Gathering(Function<List<Q>, List<A>> command) {
    this.command = command;
  }

  A ask(Q question) {
    var own = join(question);
    own.await();
    if (!own.over) {
      letComeWhoIsAboutTo();
      carryOut(batch());
    }
    own.failure.ifPresent(
        failure -> {
          throw failure;
        });
    return own.answer.orElseThrow();
  }

  private Wait<Q, A> join(Q question) {
    var own = new Wait<Q, A>(question);
    lock.lock();
    try {
      waiting.add(own);
      own.leads = !busy;
      busy = true;
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** Who can run and will ask in a moment does so first; where no thread waits to run, nobody. */
  private void letComeWhoIsAboutTo() {
    var before = 0;
    for (var now = size(); now > before && now < MOST; now = size()) {
      before = now;
      Thread.yield();
    }
  }

  private int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** The first is the leader's own. */
  private List<Wait<Q, A>> batch() {
    lock.lock();
    try {
      var batch = new ArrayList<Wait<Q, A>>();
      while (batch.size() < MOST && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void carryOut(List<Wait<Q, A>> batch) {
    // Until the contrary is known: nobody may be told that it is stored.
    Optional<RuntimeException> failure =
        Optional.of(new IllegalStateException("a command was not carried out"));
    List<A> answers = List.of();
    try {
      answers = command.apply(batch.stream().map(wait -> wait.question).toList());
      failure = Optional.empty();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    } finally {
      passOn();
      tell(batch, answers, failure);
    }
  }

  /** The next command begins before this one's answers are told. */
  private void passOn() {
    lock.lock();
    try {
      var next = Optional.ofNullable(waiting.peek());
      busy = next.isPresent();
      next.ifPresent(Gathering::lead);
    } finally {
      lock.unlock();
    }
  }

  private static void lead(Wait<?, ?> next) {
    next.leads = true;
    LockSupport.unpark(next.thread);
  }

  private static <Q, A> void tell(
      List<Wait<Q, A>> batch, List<A> answers, Optional<RuntimeException> failure) {
    for (var place = 0; place < batch.size(); place++) {
      var wait = batch.get(place);
      wait.answer = place < answers.size() ? Optional.of(answers.get(place)) : Optional.empty();
      wait.failure = failure;
      wait.over = true;
      // The leader is awake.
      if (place > 0) {
        LockSupport.unpark(wait.thread);
      }
    }
  }
}
