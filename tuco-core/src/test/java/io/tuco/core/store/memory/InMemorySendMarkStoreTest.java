package io.tuco.core.store.memory;

import io.tuco.core.store.SendMarkStoreContract;
import io.tuco.core.store.Stores;

final class InMemorySendMarkStoreTest extends SendMarkStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
