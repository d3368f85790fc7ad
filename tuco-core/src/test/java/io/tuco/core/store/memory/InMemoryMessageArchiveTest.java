package io.tuco.core.store.memory;

import io.tuco.core.store.ArchiveReadsContract;
import io.tuco.core.store.Stores;

final class InMemoryMessageArchiveTest extends ArchiveReadsContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }
}
