package io.tuco.core.store.memory;

import io.tuco.core.store.Stores;
import io.tuco.core.store.WorkspaceStoreContract;

final class InMemoryWorkspaceStoreTest extends WorkspaceStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
