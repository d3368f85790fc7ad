package io.tuco.camel.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Questions of one kind: those that come while a command is under way go together in the next one.
 * Whoever is alone is not held up; each hears of its own. Whatever an answer tells was so after its
 * question was asked. Thread-safe.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Gathering<Q, A> {

  /** Of one command; its answer is what all of them wait for. */
  private static final int MOST = 64;

  private static final class Wait<Q, A> {
    private final Q question;
    private boolean over;
    private Optional<A> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Wait(Q question) {
      this.question = question;
    }
  }

  private final Function<List<Q>, List<A>> command;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final Queue<Wait<Q, A>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param command answers as many as are asked, in their order
   */
  Gathering(Function<List<Q>, List<A>> command) {
    this.command = command;
  }

  A ask(Q question) {
    var own = join(question);
    // Where more than one command's worth is waiting, its first may be another's.
    for (var batch = turn(own); !batch.isEmpty(); batch = turn(own)) {
      carryOut(batch);
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
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** What to ask now, at this thread's turn; empty when its own question is seen to. */
  private List<Wait<Q, A>> turn(Wait<Q, A> own) {
    lock.lock();
    try {
      while (busy && !own.over) {
        free.awaitUninterruptibly();
      }
      if (own.over) {
        return List.of();
      }
      busy = true;
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
    // Until the contrary is known: nobody may be told that it is done.
    Optional<RuntimeException> failure =
        Optional.of(new IllegalStateException("a command was not carried out"));
    List<A> answers = List.of();
    try {
      answers = command.apply(batch.stream().map(wait -> wait.question).toList());
      failure = Optional.empty();
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    } finally {
      tell(batch, answers, failure);
    }
  }

  private void tell(List<Wait<Q, A>> batch, List<A> answers, Optional<RuntimeException> failure) {
    lock.lock();
    try {
      for (var place = 0; place < batch.size(); place++) {
        var wait = batch.get(place);
        wait.answer = failure.isPresent() ? Optional.empty() : Optional.of(answers.get(place));
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
