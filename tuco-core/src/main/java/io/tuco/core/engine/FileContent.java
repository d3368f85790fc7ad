package io.tuco.core.engine;

import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a stored file. Asks the store for a piece when the one before was read: a slow
 * reader costs one piece. Breaks off when a piece is gone. For one reader at a time.
 */
public final class FileContent extends InputStream {

  private static final int END = -1;
  private static final byte[] NOTHING = {};

  private final FileStore files;
  private final StoredFile file;
  private byte[] piece = NOTHING;
  private int at;
  private int next;

  public FileContent(FileStore files, StoredFile file) {
    this.files = files;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    return isAtTheEnd() ? END : piece[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (isAtTheEnd()) {
      return END;
    }
    var count = Math.min(most, piece.length - at);
    System.arraycopy(piece, at, into, from, count);
    at += count;
    return count;
  }

  private boolean isAtTheEnd() throws IOException {
    if (at == piece.length && next < file.pieces()) {
      piece =
          files
              .piece(file.workspaceId(), file.id(), next)
              .orElseThrow(() -> new IOException("the file is gone"));
      next++;
      at = 0;
    }
    return at == piece.length;
  }
}
