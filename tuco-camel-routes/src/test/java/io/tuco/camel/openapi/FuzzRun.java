package io.tuco.camel.openapi;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Many requests, in worlds of {@value #OF_A_WORLD} each: what one changed, the next ones of its
 * world meet. So a case is replayed together with those before it in its world.
 */
final class FuzzRun {

  static final int OF_A_WORLD = 500;

  /** The documented word to a key without a line that could look something up. */
  private static final String NO_DEVICE = "No healthy line can check availability.";

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int MOST_FAULTS = 20;

  private final long seed;
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  FuzzRun(long seed) {
    this.seed = seed;
  }

  void run(int cases) {
    IntStream.range(0, (cases + OF_A_WORLD - 1) / OF_A_WORLD)
        .parallel()
        .forEach(world -> world(world, Math.min(cases, (world + 1) * OF_A_WORLD) - 1, false));
  }

  /** One case, after those that came before it in its world. */
  void replay(int number) {
    world(number / OF_A_WORLD, number, true);
  }

  List<String> faults() {
    return faults.stream().limit(MOST_FAULTS).toList();
  }

  /** How often each status was answered. */
  Map<Integer, Integer> statuses() {
    return new TreeMap<>(statuses);
  }

  private void world(int world, int last, boolean isReplay) {
    // Its lanes send nothing: whoever waited for the end would wait to the last second.
    try (var api = new DirectApi(new ApiWorld(0))) {
      TwoTenants.settle(api.world().stores());
      var keys = FuzzKeys.of(api.world());
      for (var number = world * OF_A_WORLD; number <= last; number++) {
        var random = new Random(seed * 1_000_003L + number);
        api.world().clock().advance(Duration.ofSeconds(random.nextInt(20)));
        var request = new Fuzzer(keys, random).next();
        tell(isReplay && number == last, request);
        judge(number, api, keys, request);
      }
    } catch (Exception e) {
      throw new AssertionError("world " + world + " of seed " + seed, e);
    }
  }

  private void judge(int number, DirectApi api, FuzzKeys keys, FuzzRequest request) {
    var began = System.nanoTime();
    var answer = request.to(api);
    var took = Duration.ofNanos(System.nanoTime() - began);
    statuses.merge(answer.status(), 1, Integer::sum);
    var flaws = new ArrayList<>(AnswerRules.flaws(answer.asSeen(request.method(), request.path())));
    if (answer.status() >= 500 && !answer.body().contains(NO_DEVICE)) {
      flaws.add("a failure of ours");
    }
    if (took.compareTo(LONGEST) > 0) {
      flaws.add("took " + took);
    }
    leak(keys, request, answer).ifPresent(flaws::add);
    if (!flaws.isEmpty()) {
      faults.add(
          "-Dtuco.fuzz.seed="
              + seed
              + " -Dtuco.fuzz.case="
              + number
              + "\n  "
              + request
              + "\n  -> "
              + answer.status()
              + " "
              + answer.body()
              + "\n  "
              + String.join("\n  ", flaws));
    }
  }

  private static Optional<String> leak(
      FuzzKeys keys, FuzzRequest request, DirectApi.Answer answer) {
    return answer.body().contains(TwoTenants.SECRET) && !keys.isOfOthers(request)
        ? Optional.of("shows what is of another workspace")
        : Optional.empty();
  }

  private static void tell(boolean isAsked, FuzzRequest request) {
    if (isAsked) {
      System.out.println(request);
    }
  }
}
