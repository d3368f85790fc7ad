package io.tuco.core.store.memory;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the in-memory stores promise beyond the contracts. */
final class InMemoryStoresTest {

  private final InMemoryStores stores = new InMemoryStores();

  @Test
  void areAlwaysThere() {
    assertThat(stores.check()).isTrue();
  }

  @Test
  void shareNothingWithOtherStores() {
    stores.workspaces().insert(aWorkspace().build());

    assertThat(new InMemoryStores().workspaces().find(aWorkspace().build().id())).isEmpty();
  }

  @Test
  void noteTheLatestUseOfAKeyExactly() {
    var key = anApiKey().build();
    stores.apiKeys().insert(key);

    stores.apiKeys().touch(key.id(), NOW.plusMillis(1));
    stores.apiKeys().touch(key.id(), NOW);

    assertThat(stores.apiKeys().lastUsed(key.id())).contains(NOW.plusMillis(1));
  }

  @Test
  void forgetALaneInWhichNothingWaits() {
    stores.messages().insert(aMessage().build(), Optional.of("device:a"), List.of());
    stores.messages().insert(aMessage().withId(id(2)).build(), Optional.of("device:b"), List.of());

    stores.messages().endWaiting(aMessage().build().failed("no", NOW), List.of());

    assertThat(stores.messages().nextWaitingLane("")).contains("device:b");
  }
}
