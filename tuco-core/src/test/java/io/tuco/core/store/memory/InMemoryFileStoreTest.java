package io.tuco.core.store.memory;

import io.tuco.core.store.FileStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryFileStoreTest extends FileStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
