package io.tuco.camel.http.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An export as the bytes of its answer. Asks the store for the next part when the last one was
 * taken, so that a slow client costs neither memory nor a thread: who reads it blocks no longer
 * than the store takes. For one reader at a time.
 */
final class ExportStream extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(ExportStream.class);
  private static final int END = -1;

  private final MessageParts messages;
  private final MessageRows rows;
  private final ExportFormat format;
  private final ExportPlaces.Place place;
  private byte[] part;
  private int at;

  ExportStream(
      MessageParts messages, MessageRows rows, ExportFormat format, ExportPlaces.Place place) {
    this.messages = messages;
    this.rows = rows;
    this.format = format;
    this.place = place;
    this.part = format.head().getBytes(StandardCharsets.UTF_8);
  }

  /** Adds the first part to the head. */
  void readAhead() {
    part = (format.head() + nextRows()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized int read() throws IOException {
    return isExhausted() ? END : part[at++] & 0xff;
  }

  @Override
  public synchronized int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (isExhausted()) {
      return END;
    }
    var count = Math.min(most, part.length - at);
    System.arraycopy(part, at, into, from, count);
    at += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return part.length - at;
  }

  @Override
  public void close() {
    place.free();
  }

  /** Asks for the next part where this one is at its end. */
  private boolean isExhausted() throws IOException {
    if (!place.isKept()) {
      throw new IOException("the export stood still for too long");
    }
    if (at == part.length) {
      part = nextOrBreakOff().getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    if (part.length == 0) {
      place.free();
    }
    return part.length == 0;
  }

  /** The server logs what it is thrown: it gets none of the words that drivers use. */
  private String nextOrBreakOff() throws IOException {
    try {
      return nextRows();
    } catch (RuntimeException e) {
      LOG.error("an export broke off: {}", e.getClass().getName());
      LOG.debug("its cause", e);
      place.free();
      throw new IOException("the export broke off");
    }
  }

  private String nextRows() {
    return rows.of(messages.workspaceId(), messages.next()).stream()
        .map(format::row)
        .collect(Collectors.joining());
  }
}
