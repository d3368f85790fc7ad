package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.ChatSignal.Outcome;
import io.tuco.core.message.ChatOrder;
import io.tuco.core.message.ChatOrder.State;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChatOrdersTest {

  private final InMemoryStores stores = new InMemoryStores();
  private final ChatOrders orders = at(0);
  private final ChatOrder order =
      ChatOrder.given(
          id(1),
          WORKSPACE,
          id(0x71),
          ChatOrder.Kind.TYPING,
          "+12025550143",
          Map.of("state", "on"),
          NOW);

  private ChatOrders at(int seconds) {
    return new ChatOrders(stores, Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC));
  }

  private ChatOrder stored() {
    return stores.chatOrders().find(WORKSPACE, order.id()).orElseThrow();
  }

  @Test
  void areTakenAndCarriedOutOnce() {
    assertThat(orders.take(order)).isTrue();
    assertThat(orders.take(order)).isFalse();
    assertThat(orders.begin(order)).isTrue();
    assertThat(orders.begin(order)).isFalse();
  }

  @Test
  void endAsTheDeviceSays() {
    orders.take(order);
    orders.begin(order);

    at(1).end(order, new Outcome.Done());

    assertThat(stored().state()).isEqualTo(State.SENT);
    assertThat(stored().completedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void sayWhyTheyFailed() {
    orders.take(order);
    orders.begin(order);

    orders.end(order, new Outcome.NotConfirmed("No answer"));

    assertThat(stored().state()).isEqualTo(State.FAILED);
    assertThat(stored().error()).contains("No answer");
  }

  @Test
  void failWhenWhoTookThemIsGone() {
    orders.take(order);
    orders.begin(order);

    at(120).sweep();
    var before = stored().state();
    at(121).sweep();
    at(122).end(order, new Outcome.Done());

    assertThat(before).isEqualTo(State.CLAIMED);
    assertThat(stored().state()).isEqualTo(State.FAILED);
    assertThat(stored().error()).isNotEqualTo(Optional.empty());
  }
}
