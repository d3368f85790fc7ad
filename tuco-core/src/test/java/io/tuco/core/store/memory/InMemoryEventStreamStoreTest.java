package io.tuco.core.store.memory;

import io.tuco.core.store.EventStreamStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryEventStreamStoreTest extends EventStreamStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
