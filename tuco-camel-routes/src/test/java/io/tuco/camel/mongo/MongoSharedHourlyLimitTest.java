package io.tuco.camel.mongo;

import io.tuco.core.engine.SharedHourlyLimitContract;
import io.tuco.core.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSharedHourlyLimitTest {

  @Nested
  final class OnTheEmbeddedStore extends SharedHourlyLimitContract {

    @RegisterExtension final FreshStores fresh = FreshStores.embedded();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }

  @Nested
  final class OnMongoDb extends SharedHourlyLimitContract {

    @RegisterExtension final FreshStores fresh = FreshStores.real();

    @Override
    protected Stores openStores() {
      return fresh.open();
    }
  }
}
