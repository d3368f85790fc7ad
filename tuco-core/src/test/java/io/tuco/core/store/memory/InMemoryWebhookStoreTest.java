package io.tuco.core.store.memory;

import io.tuco.core.store.WebhookStoreContract;
import io.tuco.core.store.Stores;

final class InMemoryWebhookStoreTest extends WebhookStoreContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
