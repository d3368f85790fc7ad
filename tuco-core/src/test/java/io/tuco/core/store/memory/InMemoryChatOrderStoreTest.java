package io.tuco.core.store.memory;

import io.tuco.core.store.ChatOrderStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryChatOrderStoreTest extends ChatOrderStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
