package io.tuco.core.store.memory;

import io.tuco.core.store.DoNotContactStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryDoNotContactStoreTest extends DoNotContactStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
