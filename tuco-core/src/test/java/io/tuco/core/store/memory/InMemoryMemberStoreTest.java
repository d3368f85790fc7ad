package io.tuco.core.store.memory;

import io.tuco.core.store.MemberStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryMemberStoreTest extends MemberStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
