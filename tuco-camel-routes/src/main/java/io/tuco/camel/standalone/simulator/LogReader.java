package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the log back at start. The last line may be torn by a crash: it was never answered, so it
 * never happened. Any other line that cannot be read means that somebody wrote into the file, and
 * is refused.
 */
final class LogReader {

  private final Path file;
  private long wholeBytes;
  private int lines;

  LogReader(Path file) {
    this.file = file;
  }

  /** Hands over every whole line and returns how many bytes they take. */
  long read(Consumer<JsonNode> each) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var line = new ByteArrayOutputStream();
      for (var next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          each.accept(parse(line));
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    return wholeBytes;
  }

  private JsonNode parse(ByteArrayOutputStream line) {
    wholeBytes += line.size() + 1;
    lines++;
    try {
      return Json.parse(line.toString(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Line %d of %s is not JSON; move the file away to start afresh".formatted(lines, file),
          e);
    }
  }
}
