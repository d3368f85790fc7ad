package io.tuco.camel.mongo;

import io.tuco.core.store.Asked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Questions of many threads, asked together: those that come while a command is under way go in the
 * next one. Whoever is alone is not held up; each hears of its own. Thread-safe.
 *
 * <p>A thread that waits is woken once: to ask for all who wait, or when it was asked for. A
 * question that was begun and is not fetched yet goes along with those of others; nobody waits for
 * its owner to ask. One that is sent is asked by a thread of others, for all who wait.
 *
 * @param <Q> what one thread asks
 * @param <A> what it hears
 */
final class Gathering<Q, A> {

  /** Of one command; its answer is what all of them wait for. */
  static final int MOST = 64;

  /** As many go at once: to wait for more would cost more time than their own command. */
  private static final int MANY = 8;

  private final class Wait implements Asked<A> {
    private final Q question;
    private boolean taken;
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean leads;
    private volatile boolean over;
    private Optional<A> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Wait(Q question) {
      this.question = question;
    }

    @Override
    public A answer() {
      if (!over) {
        attend(this);
        await();
      }
      if (!over) {
        letComeWhoIsAboutTo();
        carryOut(batch(this));
      }
      failure.ifPresent(
          reason -> {
            throw reason;
          });
      return answer.orElseThrow();
    }

    @Override
    public void send() {
      if (senders.isPresent() && mayLead(this)) {
        hand(this, senders.get());
      }
    }

    @Override
    public void forget() {
      lock.lock();
      try {
        waiting.remove(this);
      } finally {
        lock.unlock();
      }
    }

    /** Whether it is stored must be known: an interrupt is passed on, not obeyed. */
    private void await() {
      var interrupted = false;
      while (!leads && !over) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final Function<List<Q>, List<A>> command;
  private final Optional<Executor> senders;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Wait> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param command asks them all at once; answers in their order
   */
  Gathering(Function<List<Q>, List<A>> command) {
    this(command, Optional.empty());
  }

  /**
   * @param senders ask what is to be sent before its owner fetches it
   */
  Gathering(Function<List<Q>, List<A>> command, Executor senders) {
    this(command, Optional.of(senders));
  }

  private Gathering(Function<List<Q>, List<A>> command, Optional<Executor> senders) {
    this.command = command;
    this.senders = senders;
  }

  A ask(Q question) {
    return begin(question).answer();
  }

  /** Of the thread that fetches the answer. */
  Asked<A> begin(Q question) {
    var own = new Wait(question);
    lock.lock();
    try {
      waiting.add(own);
    } finally {
      lock.unlock();
    }
    return own;
  }

  /** From now on its thread waits for it: where nobody asks, it asks for all. */
  private void attend(Wait own) {
    lock.lock();
    try {
      own.thread = Optional.of(Thread.currentThread());
      if (!busy && !own.taken) {
        busy = true;
        own.leads = true;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean mayLead(Wait own) {
    lock.lock();
    try {
      var free = !busy && !own.taken;
      busy |= free;
      return free;
    } finally {
      lock.unlock();
    }
  }

  /** Where no sender is left, as in a context that stops, whoever fetches it asks. */
  private void hand(Wait leader, Executor executor) {
    var handed = false;
    try {
      executor.execute(() -> carryOut(batch(leader)));
      handed = true;
    } catch (RejectedExecutionException e) {
      // Its owner asks when it fetches the answer.
    } finally {
      if (!handed) {
        passOn();
      }
    }
  }

  /**
   * Where there are few, who can run and will ask in a moment does so first; where no thread waits
   * to run, nobody.
   */
  private void letComeWhoIsAboutTo() {
    var before = 0;
    for (var now = size(); now > before && now < MANY; now = size()) {
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

  /** The leader's own, and as many of the others as fit, who came first. */
  private List<Wait> batch(Wait leader) {
    lock.lock();
    try {
      var batch = new ArrayList<Wait>();
      waiting.remove(leader);
      batch.add(leader);
      while (batch.size() < MOST && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      batch.forEach(wait -> wait.taken = true);
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void carryOut(List<Wait> batch) {
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

  /** The next command begins before this one's answers are told; whoever attends leads it. */
  private void passOn() {
    lock.lock();
    try {
      var next = waiting.stream().filter(wait -> wait.thread.isPresent()).findFirst();
      busy = next.isPresent();
      next.ifPresent(
          wait -> {
            wait.leads = true;
            wait.thread.ifPresent(LockSupport::unpark);
          });
    } finally {
      lock.unlock();
    }
  }

  private void tell(List<Wait> batch, List<A> answers, Optional<RuntimeException> failure) {
    var own = Thread.currentThread();
    for (var place = 0; place < batch.size(); place++) {
      var wait = batch.get(place);
      wait.answer = place < answers.size() ? Optional.of(answers.get(place)) : Optional.empty();
      wait.failure = failure;
      wait.over = true;
      wait.thread.filter(thread -> thread != own).ifPresent(LockSupport::unpark);
    }
  }
}
