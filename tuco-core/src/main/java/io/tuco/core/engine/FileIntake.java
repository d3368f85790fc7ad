package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes files in (/v1 contract, section 4), a piece at a time. A file is there when its last piece
 * is stored; of one that is refused or breaks off nothing stays.
 */
public final class FileIntake {

  /** What came of it. */
  public enum Verdict {
    KEPT,
    EMPTY,
    TOO_LARGE
  }

  /**
   * @param file present when it is kept
   */
  public record Taken(Verdict verdict, Optional<StoredFile> file) {

    private static Taken refused(Verdict why) {
      return new Taken(why, Optional.empty());
    }
  }

  private final FileStore files;
  private final IdGenerator ids;
  private final Clock clock;

  public FileIntake(FileStore files, IdGenerator ids, Clock clock) {
    this.files = files;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Reads the content to its end, or until it is too long.
   *
   * @throws IOException when it breaks off
   */
  public Taken take(
      String workspaceId, Optional<String> name, String contentType, InputStream content)
      throws IOException {
    var id = ids.objectId();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var isWhole = false;
    try {
      var length = store(workspaceId, id, content, now);
      if (length.bytes() == 0) {
        return Taken.refused(Verdict.EMPTY);
      }
      if (length.bytes() > StoredFile.MOST_BYTES) {
        return Taken.refused(Verdict.TOO_LARGE);
      }
      var file =
          new StoredFile(id, workspaceId, name, contentType, length.bytes(), length.pieces(), now);
      files.insert(file);
      isWhole = true;
      return new Taken(Verdict.KEPT, Optional.of(file));
    } finally {
      if (!isWhole) {
        files.remove(workspaceId, id);
      }
    }
  }

  private record Length(long bytes, int pieces) {}

  private Length store(String workspaceId, String id, InputStream content, Instant now)
      throws IOException {
    var bytes = 0L;
    var pieces = 0;
    for (var piece = content.readNBytes(StoredFile.PIECE);
        piece.length > 0;
        piece = content.readNBytes(StoredFile.PIECE)) {
      bytes += piece.length;
      if (bytes > StoredFile.MOST_BYTES) {
        return new Length(bytes, pieces);
      }
      files.add(new FileStore.Piece(workspaceId, id, pieces, now, piece));
      pieces++;
    }
    return new Length(bytes, pieces);
  }
}
