package io.tuco.camel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One text as the relay saw it, times in nanoseconds since 1970 by one clock that never jumps.
 *
 * @param arrivedAt when the head of the request was read
 * @param answeredAt just before the answer was written
 */
record RelayedSend(String device, long arrivedAt, long answeredAt, String tempGuid, String chat) {

  String line() {
    return String.join(
        " ", device, Long.toString(arrivedAt), Long.toString(answeredAt), tempGuid, chat + "\n");
  }

  /** In the order of their arrival; a line that is being written is left out. */
  static List<RelayedSend> in(Path log) throws IOException {
    var text = Files.readString(log);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(RelayedSend::parse).toList();
  }

  private static RelayedSend parse(String line) {
    var parts = line.split(" ");
    return new RelayedSend(
        parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3], parts[4]);
  }
}
