package io.tuco.camel.channel.mail;

import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import java.nio.file.Path;
import java.util.List;

/**
 * An e-mail, complete, not yet bytes.
 *
 * @param head the lines of its head, those that describe the body included
 * @param text what is said
 * @param boundary what stands between the parts, if there are files
 */
record Letter(HeadLines head, String text, List<Enclosure> files, String boundary) {

  /** A file that goes along. */
  record Enclosure(HeadLines head, Path path) {}

  Letter {
    files = List.copyOf(files);
  }

  boolean isSafe() {
    return head.areSafe() && files.stream().allMatch(file -> file.head().areSafe());
  }

  /** Neither base64 nor quoted-printable text can hold it: there, {@code =_} does not occur. */
  static String boundaryOf(Message message) {
    return "=_tuco_" + message.id();
  }

  static List<PartFile> filesOf(Message message) {
    return message.progress().send().stream()
        .flatMap(send -> send.parts().stream())
        .flatMap(part -> part.file().stream())
        .toList();
  }
}
