package io.tuco.core.store.memory;

import io.tuco.core.store.MessageStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryMessageStoreTest extends MessageStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
