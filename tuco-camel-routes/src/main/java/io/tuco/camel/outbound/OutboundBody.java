package io.tuco.camel.outbound;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a call carries. */
public sealed interface OutboundBody {

  /** Bytes as they are; none for a call without a body. */
  record Bytes(byte[] bytes) implements OutboundBody {}

  /**
   * A multipart form with one file, read from disk as the connection takes it.
   *
   * @param fields sent before the file, in their order
   */
  record Form(Map<String, String> fields, FormFile file) implements OutboundBody {

    public Form {
      fields = new LinkedHashMap<>(fields);
    }
  }

  /**
   * The file of a form.
   *
   * @param field the name of its field
   * @param fileName as the form tells it: plain ASCII without quotes
   */
  record FormFile(String field, String fileName, String contentType, Path path) {}
}
