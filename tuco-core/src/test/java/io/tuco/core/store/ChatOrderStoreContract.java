package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.ChatOrder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ChatOrderStore} promises. */
public abstract class ChatOrderStoreContract {

  private ChatOrderStore orders;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    orders = openStores().chatOrders();
  }

  @Test
  void returnsAnOrderAsItWasGiven() {
    var order = given(1, NOW);
    orders.insert(order);

    assertThat(orders.find(WORKSPACE, order.id())).contains(order);
    assertThat(orders.find(OTHER_WORKSPACE, order.id())).isEmpty();
  }

  @Test
  void isGivenOnce() {
    var order = given(1, NOW);

    assertThat(orders.insert(order)).isTrue();
    assertThat(orders.insert(order.claimed())).isFalse();

    assertThat(orders.find(WORKSPACE, order.id())).contains(order);
  }

  @Test
  void isCarriedOutByOne() {
    var order = given(1, NOW);
    orders.insert(order);

    assertThat(orders.replace(order, order.claimed())).isTrue();
    assertThat(orders.replace(order, order.claimed())).isFalse();
  }

  @Test
  void keepsWhatBecameOfIt() {
    var order = given(1, NOW);
    orders.insert(order);
    orders.replace(order, order.claimed());
    var failed = order.claimed().failed("No answer", NOW.plusSeconds(1));

    orders.replace(order.claimed(), failed);

    assertThat(orders.find(WORKSPACE, order.id())).contains(failed);
  }

  @Test
  void findsWhatIsOpenForLong() {
    var old = given(1, NOW);
    var done = given(2, NOW);
    orders.insert(old);
    orders.insert(done);
    orders.replace(done, done.done(NOW));
    orders.insert(given(3, NOW.plusSeconds(60)));

    assertThat(orders.open(NOW.plusSeconds(60), 10)).containsExactly(old);
  }

  @Test
  void forgetsWhatIsOldAndOver() {
    var open = given(1, NOW);
    var over = given(2, NOW);
    orders.insert(open);
    orders.insert(over);
    orders.replace(over, over.done(NOW));

    orders.forget(NOW.plusSeconds(1));

    assertThat(orders.find(WORKSPACE, open.id())).contains(open);
    assertThat(orders.find(WORKSPACE, over.id())).isEmpty();
  }

  private static ChatOrder given(int number, Instant at) {
    return ChatOrder.given(
        id(number),
        WORKSPACE,
        id(0x71),
        ChatOrder.Kind.REACTION,
        "+12025550143",
        Map.of("messageId", id(9), "type", "love"),
        at);
  }
}
