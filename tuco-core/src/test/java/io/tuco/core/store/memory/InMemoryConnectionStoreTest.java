package io.tuco.core.store.memory;

import io.tuco.core.store.ConnectionStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryConnectionStoreTest extends ConnectionStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
