package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointQueueTest {

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final EndpointQueue queue = new EndpointQueue(2, clock);

  @Test
  void letsSoManyGoAtOnceAndTheNextWhenOneHasLeft() {
    assertThat(queue.enters(wake(1))).isTrue();
    assertThat(queue.enters(wake(2))).isTrue();

    assertThat(queue.enters(wake(3))).isFalse();
    assertThat(queue.leave(wake(1))).contains(wake(3));
    assertThat(queue.leave(wake(2))).isEmpty();
  }

  @Test
  void countsEveryEndpointForItself() {
    queue.enters(wake(1));
    queue.enters(wake(2));

    assertThat(queue.enters(Wake.of("evt_3:another"))).isTrue();
  }

  @Test
  void doesNotLetADeliveryGoTwiceAtOnce() {
    assertThat(queue.enters(wake(1))).isTrue();

    assertThat(queue.enters(wake(1))).isFalse();
    assertThat(queue.leave(wake(1))).isEmpty();
  }

  @Test
  void letsTheHolderOfAClaimGoAfterATurnThatCameInBetween() {
    var claimed = Wake.claimed(Fixtures.aDelivery().build(), Fixtures.NOW);
    queue.enters(Wake.of(claimed.key()));

    assertThat(queue.enters(claimed)).isFalse();
    assertThat(queue.leave(Wake.of(claimed.key()))).contains(claimed);
  }

  @Test
  void keepsTheFirstThousandThatWait() {
    IntStream.rangeClosed(1, 2_000).forEach(number -> queue.enters(wake(number)));

    var turns = 0;
    var left = wake(1);
    for (var next = queue.leave(left); next.isPresent(); next = queue.leave(left)) {
      left = next.get();
      turns++;
    }

    assertThat(turns).isEqualTo(1_000);
  }

  @Test
  void saysOfWhichEndpointsEnoughWaits() {
    IntStream.rangeClosed(1, 251).forEach(number -> queue.enters(wake(number)));
    assertThat(queue.hasRoom(wake(1).endpointId())).isTrue();
    queue.enters(wake(252));
    assertThat(queue.hasRoom(wake(1).endpointId())).isFalse();
    IntStream.rangeClosed(253, 501).forEach(number -> queue.enters(wake(number)));
    assertThat(queue.full()).isEmpty();

    IntStream.rangeClosed(502, 502).forEach(number -> queue.enters(wake(number)));

    assertThat(queue.full()).containsExactly(wake(1).endpointId());
    assertThat(queue.hasRoom("another")).isTrue();
  }

  @Test
  void halvesThePlacesOfAStrainedEndpointForAMinute() {
    queue.enters(wake(1));
    queue.enters(wake(2));
    queue.enters(wake(3));

    queue.strain("endpoint");
    assertThat(queue.leave(wake(1))).isEmpty();
    assertThat(queue.leave(wake(2))).contains(wake(3));
    assertThat(queue.enters(wake(4))).isFalse();

    clock.advance(Duration.ofSeconds(60));
    assertThat(queue.enters(wake(5))).isTrue();
  }

  private static Wake wake(int number) {
    return Wake.of("evt_" + number + ":endpoint");
  }
}
