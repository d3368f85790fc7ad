package io.tuco.core.store.memory;

import io.tuco.core.store.CrmHookStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryCrmHookStoreTest extends CrmHookStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
