package io.tuco.camel.mongo;

import io.tuco.core.store.ContactLinkStoreContract;
import io.tuco.core.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoContactLinkStoreTest {

  @Nested
  final class OnTheEmbeddedStore extends ContactLinkStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends ContactLinkStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
