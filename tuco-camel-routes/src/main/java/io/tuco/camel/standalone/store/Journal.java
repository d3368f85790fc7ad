package io.tuco.camel.standalone.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changes to the disk: one writer thread, one commit for everything that came while the last
 * commit ran. It begins when somebody asks whether all is settled, as every command does at its
 * end, so that what one command changes does not wait for several; it may all the same be parted by
 * the end of another one.
 *
 * <p>Nobody waits in here. A change is visible to readers at once, and {@link #settled(long)} tells
 * when all that is visible now of a collection is on disk. Every answer, of a read as of a write,
 * is held back until then, so that no client ever learns of something that a crash could take back;
 * that is why it is safe to show changes early.
 *
 * <p>When a commit fails, memory is ahead of the file. The journal then takes no more changes, and
 * every answer is a failure, until the process is started again.
 */
final class Journal implements AutoCloseable {

  /** What writes a batch and commits it. */
  @FunctionalInterface
  interface Committer {
    void commit(Batch batch) throws Exception;
  }

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Map<Long, byte[]> pending = new ConcurrentHashMap<>();
  private final Committer committer;
  private final Thread writer = new Thread(this::run, "tuco-store-writer");
  private Batch open = new Batch();
  private final Map<Long, CompletableFuture<Void>> newestOf = new HashMap<>();
  private CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
  private @Nullable StoreFailure failure;
  private boolean asked;
  private boolean closed;

  Journal(Committer committer) {
    this.committer = committer;
    // What it has not committed yet, nobody was told of: the process may end without it.
    writer.setDaemon(true);
    writer.start();
  }

  void put(long position, byte[] bytes) {
    append(
        batch -> {
          batch.put(position, bytes);
          pending.put(position, bytes);
          newestOf.put(Catalog.numberAt(position), batch.committed());
        });
  }

  /**
   * @param collection the number of the one that it concerns
   */
  void change(long collection, CatalogChange change) {
    append(
        batch -> {
          batch.add(change);
          newestOf.put(collection, batch.committed());
        });
  }

  /** The newest bytes of a document whose change is not committed yet. */
  byte @Nullable [] pending(long position) {
    return pending.get(position);
  }

  /** Completes when all changes that are visible now are on disk. */
  synchronized CompletableFuture<Void> settled() {
    begin();
    return newest;
  }

  /** The same of one collection's documents. */
  synchronized CompletableFuture<Void> settled(long collection) {
    begin();
    return failure == null
        ? newestOf.getOrDefault(collection, CompletableFuture.completedFuture(null))
        : newest;
  }

  private synchronized void append(Consumer<Batch> change) {
    if (failure != null) {
      throw failure;
    }
    if (closed) {
      throw new StoreFailure("The store is closed.", null);
    }
    change.accept(open);
    newest = open.committed();
    if (open.isFull()) {
      begin();
    }
  }

  private void begin() {
    if (!asked && !open.isEmpty()) {
      asked = true;
      notifyAll();
    }
  }

  private void run() {
    for (Batch batch = next(); batch != null; batch = next()) {
      try {
        committer.commit(batch);
      } catch (Exception | Error e) {
        fail(batch, e);
        return;
      }
      batch.documents().forEach(pending::remove);
      batch.committed().complete(null);
    }
  }

  private synchronized @Nullable Batch next() {
    while (!asked && !closed) {
      awaitChange();
    }
    Batch batch = open;
    open = new Batch();
    asked = false;
    return batch.isEmpty() ? null : batch;
  }

  private void awaitChange() {
    try {
      wait();
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if somebody does, closing is what was meant.
      closed = true;
    }
  }

  private void fail(Batch batch, Throwable cause) {
    log.error("The store cannot write. It refuses everything until it is restarted.", cause);
    StoreFailure broken = new StoreFailure("The store cannot write to its disk.", cause);
    Batch last;
    synchronized (this) {
      failure = broken;
      last = open;
      newest = batch.committed();
    }
    batch.committed().completeExceptionally(broken);
    last.committed().completeExceptionally(broken);
  }

  /** Commits what is left. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
