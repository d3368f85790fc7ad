package io.tuco.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets several threads do something at the same moment. */
public final class Rivals {

  private static final int PATIENCE_SECONDS = 60;

  private Rivals() {}

  /** What each of them got, in the order of their numbers from 0. */
  public static <T> List<T> race(int count, IntFunction<T> deed) {
    var threads = Executors.newFixedThreadPool(count);
    var start = new CyclicBarrier(count);
    try {
      var deeds = IntStream.range(0, count).mapToObj(number -> startingAt(start, deed, number));
      var answers = new ArrayList<T>();
      for (var answer : threads.invokeAll(deeds.toList(), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a rival did not finish", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> startingAt(CyclicBarrier start, IntFunction<T> deed, int number) {
    return () -> {
      start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return deed.apply(number);
    };
  }
}
