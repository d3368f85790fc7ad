package io.tuco.core.store.memory;

import io.tuco.core.store.ContactLinkStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryContactLinkStoreTest extends ContactLinkStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
