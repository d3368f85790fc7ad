package io.tuco.core.store.memory;

import io.tuco.core.store.ReplyStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryReplyStoreTest extends ReplyStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
