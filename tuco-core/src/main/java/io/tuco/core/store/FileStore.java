package io.tuco.core.store;

import io.tuco.core.message.StoredFile;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers files, piece by piece: nobody has to hold a whole one. The pieces come first; a file is
 * there once it is inserted.
 */
public interface FileStore {

  /**
   * One piece of a file that is coming in.
   *
   * @param number from 0
   * @param at when the file began to come; what is never inserted is forgotten by it
   */
  record Piece(String workspaceId, String fileId, int number, Instant at, byte[] bytes) {}

  void add(Piece piece);

  /** The file is whole: all its pieces were added. */
  void insert(StoredFile file);

  Optional<StoredFile> find(String workspaceId, String fileId);

  /** The content of one piece; empty when it is gone. */
  Optional<byte[]> piece(String workspaceId, String fileId, int number);

  /** Removes the file and its pieces, as far as they are there. */
  void remove(String workspaceId, String fileId);

  /** Removes every file, and every piece, from before then. */
  void forgetBefore(Instant then);
}
