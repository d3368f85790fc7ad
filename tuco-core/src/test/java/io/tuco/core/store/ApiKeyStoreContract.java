package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeyStore} promises. */
public abstract class ApiKeyStoreContract {

  private static final String HASH = "b".repeat(64);
  private static final String NEW_HASH = "c".repeat(64);

  private ApiKeyStore keys;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    keys = openStores().apiKeys();
  }

  @Test
  void returnsAFullKeyAsItWasStored() {
    var key = anApiKey().withEverything().build();

    keys.insert(key);

    assertThat(keys.find(key.id())).contains(key);
    assertThat(keys.findByHash(key.hash())).contains(key);
  }

  @Test
  void returnsABareKeyAsItWasStored() {
    var key = anApiKey().withNothing().build();

    keys.insert(key);

    assertThat(keys.find(key.id())).contains(key);
    assertThat(keys.findByHash(key.hash())).contains(key);
  }

  @Test
  void knowsNoOtherKey() {
    keys.insert(anApiKey().withHash(HASH).build());

    assertThat(keys.find(id(404))).isEmpty();
    assertThat(keys.findByHash(NEW_HASH)).isEmpty();
  }

  @Test
  void replacesAKey() {
    keys.insert(anApiKey().withEverything().withHash(HASH).build());
    var changed = anApiKey().withHash(HASH).allowing(Scope.MESSAGES_READ).disabled().build();

    assertThat(keys.update(changed)).isTrue();
    assertThat(keys.find(changed.id())).contains(changed);
    assertThat(keys.findByHash(HASH)).contains(changed);
  }

  @Test
  void findsAKeyByItsPresentHashOnly() {
    keys.insert(anApiKey().withHash(HASH).build());
    var changed = anApiKey().withHash(NEW_HASH).build();

    keys.update(changed);

    assertThat(keys.findByHash(HASH)).isEmpty();
    assertThat(keys.findByHash(NEW_HASH)).contains(changed);
  }

  @Test
  void updatesNoKeyThatIsNotThere() {
    assertThat(keys.update(anApiKey().withHash(HASH).build())).isFalse();
    assertThat(keys.findByHash(HASH)).isEmpty();
  }

  @Test
  void forgetsADeletedKey() {
    var key = anApiKey().build();
    keys.insert(key);

    assertThat(keys.delete(key.id())).isTrue();
    assertThat(keys.delete(key.id())).isFalse();

    assertThat(keys.find(key.id())).isEmpty();
    assertThat(keys.findByHash(key.hash())).isEmpty();
  }

  @Test
  void pagesNewestFirstWithinTheWorkspace() {
    var young = insert(1, WORKSPACE, 2);
    var old = insert(3, WORKSPACE, 0);
    var middle = insert(2, WORKSPACE, 1);
    insert(4, OTHER_WORKSPACE, 1);

    var first = keys.page(WORKSPACE, new PageRequest(1, 2));
    var second = keys.page(WORKSPACE, new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(young, middle);
    assertThat(second.items()).containsExactly(old);
    assertThat(second.totalCount()).isEqualTo(3);
  }

  /** A use is noted coarsely and without promise; what must not happen is an invented one. */
  @Test
  void neverTellsALaterUseThanThereWas() {
    var key = insert(1, WORKSPACE, 0);
    assertThat(keys.lastUsed(key.id())).isEmpty();

    keys.touch(key.id(), NOW);

    assertThat(keys.lastUsed(key.id()).filter(NOW::isBefore)).isEmpty();
    assertThat(keys.find(key.id())).contains(key);
  }

  @Test
  void toleratesTheUseOfAKeyThatIsGone() {
    keys.touch(id(404), NOW);

    assertThat(keys.lastUsed(id(404))).isEmpty();
    assertThat(keys.find(id(404))).isEmpty();
  }

  @Test
  void forgetsNoUseOnAnUpdate() {
    var key = insert(1, WORKSPACE, 0);
    keys.touch(key.id(), NOW);
    var before = keys.lastUsed(key.id());

    keys.update(key);

    assertThat(keys.lastUsed(key.id())).isEqualTo(before);
  }

  private ApiKey insert(int number, String workspaceId, int age) {
    var key =
        anApiKey()
            .withId(id(number))
            .inWorkspace(workspaceId)
            .withHash("%064x".formatted(number))
            .createdAt(NOW.plusMillis(age))
            .build();
    keys.insert(key);
    return key;
  }
}
