package io.tuco.core.store.memory;

import io.tuco.core.store.ApiKeyStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryApiKeyStoreTest extends ApiKeyStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
