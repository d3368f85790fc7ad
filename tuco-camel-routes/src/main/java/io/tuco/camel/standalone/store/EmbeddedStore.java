package io.tuco.camel.standalone.store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * A MongoDB of our own on 127.0.0.1, with its data in one SQLite file: for evaluation and for one
 * small node. The ordinary driver connects to {@link #uri()}; a real MongoDB takes its place by
 * another URI.
 *
 * <p>A write is acknowledged when it is on disk, whatever write concern was asked for. A read is
 * held back the same way while anything it may have seen is not on disk yet, so no client learns of
 * something that a crash could take back. A query is not a snapshot: a document that changes
 * meanwhile is found as it was or as it is, and at most once.
 *
 * <p>Memory grows with the keys of the indexes, not with the documents. Threads are daemons.
 */
public final class EmbeddedStore implements AutoCloseable {

  private final DirectoryLock lock;
  private final Storage storage;
  private final StoreBackend backend;
  private final WireServer server;
  private final Path file;

  private EmbeddedStore(DirectoryLock lock, Path file, int port, Clock clock) {
    this.lock = lock;
    this.file = file;
    this.storage = Storage.open(file);
    try {
      this.backend = new StoreBackend(clock, storage);
      this.server = new WireServer(port, () -> new CommandHandler(backend, storage));
    } catch (RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  /**
   * Opens the store below {@code dataDir}, which is created if it is missing, and serves it.
   *
   * @param port where to listen; 0 for any free port
   * @throws IllegalStateException if the directory is in use, before its data is touched, or if it
   *     was written by a newer version
   */
  public static EmbeddedStore open(Path dataDir, int port) {
    return open(dataDir, port, Clock.systemUTC());
  }

  static EmbeddedStore open(Path dataDir, int port, Clock clock) {
    Path directory = dataDir.resolve("store");
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      return new EmbeddedStore(lock, directory.resolve("tuco.db"), port, clock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** Where the driver connects; without a database name. */
  public String uri() {
    return "mongodb://127.0.0.1:"
        + server.port()
        + "/?directConnection=true&retryWrites=false&w=majority&journal=true";
  }

  /** The SQLite file. While the store is open, some of its data is in the files beside it. */
  public Path file() {
    return file;
  }

  /**
   * Writes a copy of all acknowledged data to {@code file}, while the store goes on. To restore it,
   * put it in the place of {@link #file()} of a store that is closed, without the files beside it.
   *
   * @throws IllegalStateException if the file cannot be written; then it is left as it was
   */
  public void backupTo(Path file) {
    storage.backupTo(file);
  }

  StoreBackend backend() {
    return backend;
  }

  /** Takes no more commands, brings to disk what was done, and releases the directory. */
  @Override
  public void close() {
    server.close();
    storage.close();
    lock.close();
  }
}
