package io.tuco.camel.mongo;

import io.tuco.core.store.Stores;
import io.tuco.core.store.WorkspaceStoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoWorkspaceStoreTest {

  @Nested
  final class OnTheEmbeddedStore extends WorkspaceStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends WorkspaceStoreContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
