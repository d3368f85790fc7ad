package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the log back at start. The last line may be torn by a crash: it was never answered, so it
 * never happened. Any other line that cannot be read means that somebody wrote into the file, and
 * is refused.
 */
final class LogReader {

  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long wholeBytes;
  private int lines;

  LogReader(Path file) {
    this.file = file;
  }

  /** Hands over every whole line and returns how many bytes they take. Leaves the stream open. */
  long read(InputStream in, Consumer<JsonNode> each) throws IOException {
    var chunk = new byte[CHUNK];
    for (var size = in.read(chunk); size >= 0; size = in.read(chunk)) {
      split(chunk, size, each);
    }
    return wholeBytes;
  }

  private void split(byte[] chunk, int size, Consumer<JsonNode> each) {
    var begin = 0;
    for (var i = 0; i < size; i++) {
      if (chunk[i] == '\n') {
        line.write(chunk, begin, i - begin);
        each.accept(parsed());
        begin = i + 1;
      }
    }
    line.write(chunk, begin, size - begin);
  }

  private JsonNode parsed() {
    wholeBytes += line.size() + 1;
    lines++;
    try {
      return Json.parse(line.toString(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Line %d of %s is not JSON; move the file away to start afresh".formatted(lines, file),
          e);
    } finally {
      line.reset();
    }
  }
}
