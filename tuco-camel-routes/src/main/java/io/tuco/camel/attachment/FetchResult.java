package io.tuco.camel.attachment;

import java.nio.file.Path;

/** What came of a fetch. Causes are short phrases that name neither URL nor address. */
sealed interface FetchResult {

  String NOT_ALLOWED = "the address is not allowed";
  String NOT_REACHED = "could not be reached";
  String NOT_SUPPORTED = "type is not supported";
  String NOT_STORED = "could not be stored";
  String EMPTY = "the file is empty";
  String LATE = "timed out";

  /** The whole file. */
  record Fetched(Path path, SentType type, long bytes) implements FetchResult {}

  /** It is not to be had; asking again would not change that. */
  record Refused(String cause) implements FetchResult {}

  /** It was not to be had this time. */
  record Failed(String cause) implements FetchResult {}

  static Refused longerThan(long bytes) {
    var mebibytes = bytes >> 20;
    return new Refused(
        "larger than " + (bytes == mebibytes << 20 ? mebibytes + " MB" : bytes + " bytes"));
  }

  /** Of any status but 200. */
  static FetchResult ofStatus(int status) {
    var cause = "HTTP " + status;
    return status == 408 || status == 429 || status >= 500 ? new Failed(cause) : new Refused(cause);
  }
}
