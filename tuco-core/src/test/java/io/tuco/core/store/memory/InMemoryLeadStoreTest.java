package io.tuco.core.store.memory;

import io.tuco.core.store.LeadStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryLeadStoreTest extends LeadStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
