package io.tuco.camel.attachment;

import java.util.Optional;

/**
 * As what a file is sent.
 *
 * @param known one of the types whose bytes we know; else its name is left as it is
 */
record SentType(Optional<FileType> known, String contentType) {

  static SentType of(FileType type) {
    return new SentType(Optional.of(type), type.contentType());
  }

  static SentType said(String contentType) {
    return new SentType(Optional.empty(), contentType);
  }
}
