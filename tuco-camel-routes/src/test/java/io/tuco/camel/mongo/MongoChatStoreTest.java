package io.tuco.camel.mongo;

import io.tuco.core.store.ChatStoreContract;
import io.tuco.core.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoChatStoreTest {

  @Nested
  final class OnTheEmbeddedStore extends ChatStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends ChatStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
