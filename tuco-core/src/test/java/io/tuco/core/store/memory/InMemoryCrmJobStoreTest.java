package io.tuco.core.store.memory;

import io.tuco.core.store.CrmJobStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryCrmJobStoreTest extends CrmJobStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
