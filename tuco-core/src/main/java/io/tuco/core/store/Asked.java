package io.tuco.core.store;

/**
 * A question to a store whose answer is fetched later: it is asked by then at the latest, and never
 * before it was made. Whoever makes several at once waits for them together instead of one after
 * the other. One that nobody fetches costs no more than a read.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Asked<T> {

  /** Waits for the answer; a failure is thrown here. For the thread that asked. */
  T answer();
}
