package io.tuco.core.engine;

import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;

final class SharedRateLimitTest extends SharedRateLimitContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
