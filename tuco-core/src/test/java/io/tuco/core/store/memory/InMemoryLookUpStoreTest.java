package io.tuco.core.store.memory;

import io.tuco.core.store.LookUpStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryLookUpStoreTest extends LookUpStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
