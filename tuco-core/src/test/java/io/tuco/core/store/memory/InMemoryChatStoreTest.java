package io.tuco.core.store.memory;

import io.tuco.core.store.ChatStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryChatStoreTest extends ChatStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
