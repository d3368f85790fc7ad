package io.tuco.core.store.memory;

import io.tuco.core.store.BulkCheckStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryBulkCheckStoreTest extends BulkCheckStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
