package io.tuco.core.store.memory;

import io.tuco.core.store.InboxStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryInboxStoreTest extends InboxStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
