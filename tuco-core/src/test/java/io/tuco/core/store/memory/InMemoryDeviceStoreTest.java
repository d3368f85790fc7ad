package io.tuco.core.store.memory;

import io.tuco.core.store.DeviceStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryDeviceStoreTest extends DeviceStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
