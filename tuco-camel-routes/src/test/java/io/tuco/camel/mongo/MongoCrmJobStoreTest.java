package io.tuco.camel.mongo;

import io.tuco.core.store.CrmJobStoreContract;
import io.tuco.core.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoCrmJobStoreTest {

  @Nested
  final class OnTheEmbeddedStore extends CrmJobStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends CrmJobStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
