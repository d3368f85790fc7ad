package io.tuco.core.store.memory;

import io.tuco.core.store.NoticeStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryNoticeStoreTest extends NoticeStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
