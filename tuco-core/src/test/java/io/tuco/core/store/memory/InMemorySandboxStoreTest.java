package io.tuco.core.store.memory;

import io.tuco.core.store.SandboxStoreContract;
import io.tuco.core.store.Stores;

final class InMemorySandboxStoreTest extends SandboxStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
