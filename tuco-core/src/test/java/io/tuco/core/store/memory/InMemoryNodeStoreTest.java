package io.tuco.core.store.memory;

import io.tuco.core.store.NodeStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryNodeStoreTest extends NodeStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
