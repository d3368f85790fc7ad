package io.tuco.core.store.memory;

import io.tuco.core.store.LineStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryLineStoreTest extends LineStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
