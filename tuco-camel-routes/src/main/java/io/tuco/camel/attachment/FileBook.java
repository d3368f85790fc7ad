package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Fetched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which files are there, how old they are, and who needs them. Touches no file: what has to go is
 * told. Times are monotonic nanoseconds. Thread-safe.
 */
final class FileBook {

  private final ShelfLimits limits;
  private final Map<FileKey, Refusal> refusals = new HashMap<>();

  /** Least recently used first; of one key, an older file stays beside the newer while in use. */
  private final List<StoredFile> files = new ArrayList<>();

  FileBook(ShelfLimits limits) {
    this.limits = limits;
  }

  private record Refusal(FetchResult.Refused result, long at) {}

  synchronized void enter(FileKey key, FetchResult result, long now) {
    if (result instanceof Fetched fetched) {
      refusals.remove(key);
      files.add(new StoredFile(key, fetched, now));
    } else if (result instanceof FetchResult.Refused refused) {
      refusals.put(key, new Refusal(refused, now));
    }
  }

  /** What the last fetch brought, if that is recent enough to be believed. */
  synchronized Optional<FetchResult> latest(FileKey key, long now) {
    return newest(key, file -> isFresh(file, now))
        .<FetchResult>map(StoredFile::fetched)
        .or(
            () ->
                Optional.ofNullable(refusals.get(key))
                    .filter(refusal -> !isPast(refusal.at(), limits.refusalLife(), now))
                    .map(Refusal::result));
  }

  /** Keeps the newest file for this use. */
  synchronized Optional<Fetched> hold(FileKey key, FileUse use, long now) {
    return held(newest(key, file -> isFresh(file, now)), use, now);
  }

  /** The newest file of that size, however old; its user began when it was fresh. */
  synchronized Optional<Fetched> open(FileKey key, FileUse use, Optional<Long> bytes, long now) {
    return held(
        newest(key, file -> bytes.map(size -> size == file.fetched().bytes()).orElse(true)),
        use,
        now);
  }

  synchronized void release(FileUse use) {
    files.forEach(file -> file.uses().remove(use));
  }

  /** Forgets what is too old or too much, and tells which files those were. */
  synchronized List<Path> sweep(long now) {
    var gone = new ArrayList<Path>();
    refusals.values().removeIf(refusal -> isPast(refusal.at(), limits.refusalLife(), now));
    files.forEach(file -> file.uses().values().removeIf(at -> isPast(at, limits.holdLife(), now)));
    var total = files.stream().mapToLong(file -> file.fetched().bytes()).sum();
    for (var file : List.copyOf(files)) {
      var inTheWay = total > limits.totalBytes() || !isFresh(file, now);
      if (inTheWay && file.uses().isEmpty()) {
        files.remove(file);
        gone.add(file.fetched().path());
        total -= file.fetched().bytes();
      }
    }
    return gone;
  }

  /** Forgets everything. */
  synchronized List<Path> clear() {
    var all = files.stream().map(file -> file.fetched().path()).toList();
    files.clear();
    refusals.clear();
    return all;
  }

  private Optional<Fetched> held(Optional<StoredFile> found, FileUse use, long now) {
    found.ifPresent(
        file -> {
          file.uses().put(use, now);
          files.remove(file);
          files.add(file);
        });
    return found.map(StoredFile::fetched);
  }

  private Optional<StoredFile> newest(FileKey key, Predicate<StoredFile> fits) {
    return files.stream()
        .filter(file -> file.key().equals(key))
        .filter(fits)
        .reduce((one, other) -> one.fetchedAt() - other.fetchedAt() > 0 ? one : other);
  }

  private boolean isFresh(StoredFile file, long now) {
    return !isPast(file.fetchedAt(), limits.life(), now);
  }

  private static boolean isPast(long since, Duration life, long now) {
    return now - since >= life.toNanos();
  }

  /** By identity: two files are never the same. */
  private static final class StoredFile {

    private final FileKey key;
    private final Fetched fetched;
    private final long fetchedAt;
    private final Map<FileUse, Long> uses = new HashMap<>();

    StoredFile(FileKey key, Fetched fetched, long fetchedAt) {
      this.key = key;
      this.fetched = fetched;
      this.fetchedAt = fetchedAt;
    }

    FileKey key() {
      return key;
    }

    Fetched fetched() {
      return fetched;
    }

    long fetchedAt() {
      return fetchedAt;
    }

    Map<FileUse, Long> uses() {
      return uses;
    }
  }
}
