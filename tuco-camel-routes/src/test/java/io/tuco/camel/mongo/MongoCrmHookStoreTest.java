package io.tuco.camel.mongo;

import io.tuco.core.store.CrmHookStoreContract;
import io.tuco.core.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoCrmHookStoreTest {

  @Nested
  final class OnTheEmbeddedStore extends CrmHookStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends CrmHookStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
