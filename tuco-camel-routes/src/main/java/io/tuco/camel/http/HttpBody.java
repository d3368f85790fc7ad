package io.tuco.camel.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The body of a request, read once and bounded.
 *
 * @param bytes the raw bytes of {@link Kind#BYTES}, else none
 * @param fields of a {@link Kind#FORM} each name with all its values, else none; a form in parts
 *     has none
 * @param stream of {@link Kind#STREAM} the bytes, to be read once, else an empty one
 */
public record HttpBody(
    Kind kind, byte[] bytes, Map<String, List<String>> fields, InputStream stream) {

  /** What arrived. */
  public enum Kind {
    BYTES,
    /** Fields of a form: the server has taken them apart, their bytes are gone. */
    FORM,
    /** More than {@link #MAX_BYTES}; nothing of it is kept. */
    TOO_LARGE,
    /** A file: not read yet, and of any length. */
    STREAM
  }

  /** The largest document we read: 256 KiB (API contract, section 1). */
  public static final int MAX_BYTES = 256 * 1024;

  private static final byte[] NONE = {};

  public HttpBody {
    fields = Map.copyOf(fields);
  }

  public static HttpBody of(byte[] bytes) {
    return bytes.length > MAX_BYTES
        ? new HttpBody(Kind.TOO_LARGE, NONE, Map.of(), nothing())
        : new HttpBody(Kind.BYTES, bytes, Map.of(), nothing());
  }

  public static HttpBody empty() {
    return of(NONE);
  }

  public static HttpBody form(Map<String, List<String>> fields) {
    return new HttpBody(Kind.FORM, NONE, fields, nothing());
  }

  public static HttpBody of(InputStream file) {
    return new HttpBody(Kind.STREAM, NONE, Map.of(), file);
  }

  private static InputStream nothing() {
    return InputStream.nullInputStream();
  }

  public boolean isEmpty() {
    return kind == Kind.BYTES && bytes.length == 0;
  }
}
