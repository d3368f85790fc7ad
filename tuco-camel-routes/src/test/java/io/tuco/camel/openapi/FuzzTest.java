package io.tuco.camel.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the answer is a documented one, in time, and shows nothing of others. How to
 * run more of it, and one case again: docs/reference/openapi.md.
 */
final class FuzzTest {

  private static final long SEED = Long.getLong("tuco.fuzz.seed", 20270312L);
  private static final int CASES = Integer.getInteger("tuco.fuzz.cases", 50_000);
  private static final int ONE = Integer.getInteger("tuco.fuzz.case", -1);

  @Test
  void answersWhateverIsSentAsDocumented() {
    var run = new FuzzRun(SEED);

    if (ONE < 0) {
      run.run(CASES);
    } else {
      run.replay(ONE);
    }

    assertThat(run.faults()).as("seed " + SEED + ", answered " + run.statuses()).isEmpty();
  }

  @Test
  void makesTheSameRequestAgain() throws Exception {
    assertThat(first(7)).isEqualTo(first(7)).isNotEqualTo(first(8));
  }

  @Test
  void reachesWhatIsAcceptedAndWhatIsRefused() {
    var run = new FuzzRun(SEED);

    run.run(2_000);

    assertThat(run.statuses()).containsKeys(200, 201, 400, 401, 402, 403, 404, 405, 409, 415);
  }

  private static String first(long seed) throws Exception {
    try (var api = new DirectApi()) {
      return new Fuzzer(FuzzKeys.of(api.world()), new Random(seed)).next().toString();
    }
  }
}
