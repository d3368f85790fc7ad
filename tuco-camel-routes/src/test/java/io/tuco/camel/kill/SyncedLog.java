package io.tuco.camel.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a fake provider was asked and took, one line each, on disk before it answers. */
final class SyncedLog {

  private static final String ASKED = "asked";
  private static final String TOOK = "took\t";

  private final Path file;

  SyncedLog(Path file) {
    this.file = file;
  }

  synchronized void asked() {
    append(ASKED);
  }

  synchronized void took(String text, String id) {
    append(TOOK + text.strip() + "\t" + id.strip());
  }

  long timesAsked() throws IOException {
    return lines().stream().filter(ASKED::equals).count();
  }

  Map<String, List<String>> taken() throws IOException {
    var taken = new LinkedHashMap<String, List<String>>();
    for (var line : lines()) {
      if (line.startsWith(TOOK)) {
        var parts = line.split("\t", 3);
        taken.computeIfAbsent(parts[1], text -> new ArrayList<>()).add(parts[2]);
      }
    }
    return taken;
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
  }

  private void append(String line) {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
