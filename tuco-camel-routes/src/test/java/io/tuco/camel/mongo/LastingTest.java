package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LastingTest {

  private final Lasting ids = new Lasting(10);

  @Test
  void knowsTheLastOnes() {
    IntStream.range(0, 1_000).forEach(number -> ids.add("id-" + number));

    assertThat(IntStream.range(990, 1_000)).allMatch(number -> ids.has("id-" + number));
    assertThat(ids.has("id-979")).isFalse();
    assertThat(ids.has("id-1000")).isFalse();
  }

  @Test
  void forgetsNoneForWhatItKnowsAlready() {
    ids.add("id-first");
    IntStream.range(0, 1_000).forEach(number -> ids.add("id-" + number % 5));

    assertThat(ids.has("id-first")).isTrue();
  }
}
