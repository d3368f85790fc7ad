package io.tuco.core.store;

import java.util.function.Function;

/**
 * A question to a store whose answer is fetched later: it is asked by then at the latest, and never
 * before it was made. Whoever makes several at once waits for them together instead of one after
 * the other. For the thread that asked.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Asked<T> {

  /** Waits for the answer; a failure is thrown here. */
  T answer();

  /**
   * Its answer will be fetched soon: it may be asked from now on, by another thread, so that who
   * wants several answers waits for them at once.
   */
  default void send() {}

  /** Nobody will fetch the answer, if it is not fetched yet: what was not asked yet never is. */
  default void forget() {}

  /** The same question, and what its answer means. */
  default <R> Asked<R> map(Function<? super T, ? extends R> meaning) {
    var question = this;
    return new Asked<>() {
      @Override
      public R answer() {
        return meaning.apply(question.answer());
      }

      @Override
      public void send() {
        question.send();
      }

      @Override
      public void forget() {
        question.forget();
      }
    };
  }
}
