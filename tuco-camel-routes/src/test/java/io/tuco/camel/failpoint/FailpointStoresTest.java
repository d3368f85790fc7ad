package io.tuco.camel.failpoint;

import static io.tuco.core.fixture.Fixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.message.Message;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FailpointStoresTest {

  private static final Optional<String> LANE = Optional.of("device:mac-1");

  private final Stores stores = new InMemoryStores();

  @Test
  void failsBeforeTheStoreIsAskedTheGivenTime() {
    var watched = watched("accept.before-insert:2:throw");
    var first = aMessage().withId("m-1").build();
    var second = aMessage().withId("m-2").build();

    watched.messages().insert(first, LANE, List.of());

    assertThatThrownBy(() -> watched.messages().insert(second, LANE, List.of()))
        .isInstanceOf(StoreException.class);
    assertThat(find(first)).isPresent();
    assertThat(find(second)).isEmpty();
    assertThat(watched.messages().insert(second, LANE, List.of())).isTrue();
  }

  @Test
  void failsAfterTheStoreHasDoneIt() {
    var watched = watched("accept.after-insert:1:throw");
    var message = aMessage().build();

    assertThatThrownBy(() -> watched.messages().insert(message, LANE, List.of()))
        .isInstanceOf(StoreException.class);
    assertThat(find(message)).isPresent();
  }

  @Test
  void leavesEverythingElseAlone() {
    var watched = watched("dispatch.before-intent:1:throw");

    assertThat(watched.check()).isTrue();
    assertThat(watched.messages().insert(aMessage().build(), LANE, List.of())).isTrue();
    assertThat(watched.lanes().inFlight()).isEmpty();
  }

  private Stores watched(String failpoint) {
    return FailpointStores.over(stores, new ArmedFailpoint(Failpoint.parse(failpoint)));
  }

  private Optional<Message> find(Message message) {
    return stores.messages().find(message.workspaceId(), message.id());
  }
}
