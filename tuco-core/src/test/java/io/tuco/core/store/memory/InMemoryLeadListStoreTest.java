package io.tuco.core.store.memory;

import io.tuco.core.store.LeadListStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryLeadListStoreTest extends LeadListStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
