package io.tuco.core.store.memory;

import io.tuco.core.store.Stores;
import io.tuco.core.store.WebhookStoreContract;

final class InMemoryWebhookStoreTest extends WebhookStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
