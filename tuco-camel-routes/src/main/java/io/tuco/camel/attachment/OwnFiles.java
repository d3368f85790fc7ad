package io.tuco.camel.attachment;

import java.io.InputStream;
import java.util.Optional;

/** The files that we keep ourselves: they are read where they lie, and never fetched. */
public interface OwnFiles {

  /**
   * One of them.
   *
   * @param contentType as its owner said
   */
  record Own(String contentType, InputStream content) {}

  boolean isOurs(String url);

  /** Empty when it is gone, or another workspace's. Blocks. */
  Optional<Own> open(String workspaceId, String url);

  /** None at all. */
  static OwnFiles none() {
    return new OwnFiles() {
      @Override
      public boolean isOurs(String url) {
        return false;
      }

      @Override
      public Optional<Own> open(String workspaceId, String url) {
        return Optional.empty();
      }
    };
  }
}
