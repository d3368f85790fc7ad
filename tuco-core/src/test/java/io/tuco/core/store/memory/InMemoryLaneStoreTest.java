package io.tuco.core.store.memory;

import io.tuco.core.store.LaneStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryLaneStoreTest extends LaneStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
