package io.tuco.core.store.memory;

import io.tuco.core.store.WorkspaceStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryWorkspaceStoreTest extends WorkspaceStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
