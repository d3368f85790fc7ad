package io.tuco.core.store.memory;

import io.tuco.core.store.IdempotencyStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
