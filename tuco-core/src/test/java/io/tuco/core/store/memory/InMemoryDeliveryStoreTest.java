package io.tuco.core.store.memory;

import io.tuco.core.store.DeliveryStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryDeliveryStoreTest extends DeliveryStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
