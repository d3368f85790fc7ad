package io.tuco.core.store.memory;

import io.tuco.core.store.RateLimitStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryRateLimitStoreTest extends RateLimitStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
