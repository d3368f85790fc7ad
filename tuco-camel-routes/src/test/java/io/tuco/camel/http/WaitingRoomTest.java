package io.tuco.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

final class WaitingRoomTest {

  private static final int PLACES = 3;

  private final WaitingRoom room = new WaitingRoom(PLACES);

  @Test
  void hasAPlaceForAFewAndForTheNextOnceOneLeaves() {
    assertThat(IntStream.range(0, PLACES)).allMatch(number -> room.enter());

    assertThat(room.enter()).isFalse();
    room.leave();
    assertThat(room.enter()).isTrue();
    assertThat(room.enter()).isFalse();
  }

  @Test
  void keepsAPlaceForTheLifeOfAnExchange() {
    var small = new WaitingRoom(1);
    var exchange = new DefaultExchange(new DefaultCamelContext());

    assertThat(small.enter(exchange)).isTrue();
    assertThat(small.enter(new DefaultExchange(exchange.getContext()))).isFalse();
    exchange.getExchangeExtension().handoverCompletions().forEach(end -> end.onComplete(exchange));
    assertThat(small.enter()).isTrue();
  }
}
