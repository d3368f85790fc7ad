package io.tuco.camel.standalone.simulator;

import java.util.List;
import java.util.Optional;

/** What a message says: words, files, or a reaction to another message. */
record MessageBody(
    String text,
    Optional<String> subject,
    List<AttachmentRow> attachments,
    Optional<Tapback> tapback) {

  /** Stands in the text for a file, as in Apple's database. */
  static final String OBJECT_REPLACEMENT = "\ufffc";

  MessageBody {
    attachments = List.copyOf(attachments);
  }

  static MessageBody text(String text, Optional<String> subject) {
    return new MessageBody(text, subject, List.of(), Optional.empty());
  }

  static MessageBody files(List<AttachmentRow> attachments) {
    return new MessageBody(OBJECT_REPLACEMENT, Optional.empty(), attachments, Optional.empty());
  }

  static MessageBody reaction(Tapback tapback) {
    return new MessageBody("", Optional.empty(), List.of(), Optional.of(tapback));
  }

  /** The words alone, for people who read the control endpoint. */
  String words() {
    return text.equals(OBJECT_REPLACEMENT) ? "" : text;
  }

  /** A reaction such as {@code love} to the message with this guid. */
  record Tapback(String guid, String reaction) {}
}
