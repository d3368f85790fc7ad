package io.tuco.core.store;

import org.junit.jupiter.api.Nested;

/** What every {@link MessageStore} promises; the seven groups are run together. */
public abstract class MessageStoreContract {

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @Nested
  final class Archive extends MessageArchiveContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Waiting extends WaitingMessagesContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Attempts extends MessageAttemptsContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Aftermath extends MessageAftermathContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Beside extends MessageAnnotationsContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Marks extends MessageMarksContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Events extends OutboxContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }

  @Nested
  final class Tallies extends LineTalliesContract {
    @Override
    protected Stores openStores() {
      return MessageStoreContract.this.openStores();
    }
  }
}
