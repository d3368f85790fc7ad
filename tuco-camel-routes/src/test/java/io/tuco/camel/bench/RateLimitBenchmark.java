package io.tuco.camel.bench;

import io.tuco.core.engine.RateLimiter;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Prints what one decision about a rate limit costs on this machine; asserts nothing. */
final class RateLimitBenchmark {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int ROUNDS = 5;
  private static final int DECISIONS = 2_000_000;

  /** So many a minute that slices last; and so few that all but a few are refused. */
  private static final RateLimit AMPLE = RateLimit.perMinute(1_000_000_000);

  private static final RateLimit TIGHT = RateLimit.perMinute(60);

  private RateLimitBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    print("one key, admitted", 1, AMPLE, number -> "api:send");
    print("one key, refused", 1, TIGHT, number -> "api:send");
    print("10,000 keys, admitted", 1, AMPLE, number -> "key-" + number % 10_000);
    print("one key, admitted, two threads at once", 2, AMPLE, number -> "api:send");
  }

  private static void print(String what, int threads, RateLimit policy, IntFunction<String> name)
      throws Exception {
    var limiter = new RateLimiter(new InMemoryStores().rateLimits(), Clock.systemUTC());
    var keys =
        IntStream.range(0, 10_000)
            .mapToObj(number -> new RateKey("org_bench", name.apply(number)))
            .toArray(RateKey[]::new);
    var best = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      best = Math.min(best, nanosPerDecision(threads, () -> ask(limiter, policy, keys)));
    }
    OUT.printf(Locale.ROOT, "| %-40s | %8.0f ns |%n", what, best);
  }

  private static Integer ask(RateLimiter limiter, RateLimit policy, RateKey[] keys) {
    var admitted = 0;
    for (var i = 0; i < DECISIONS; i++) {
      admitted += limiter.ask(keys[i % keys.length], policy, 1).isAdmitted() ? 1 : 0;
    }
    return admitted;
  }

  private static double nanosPerDecision(int threads, Callable<Integer> work) throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var start = System.nanoTime();
      for (var done : pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> work).toList())) {
        done.get();
      }
      return (double) (System.nanoTime() - start) / DECISIONS;
    } finally {
      pool.shutdown();
    }
  }
}
