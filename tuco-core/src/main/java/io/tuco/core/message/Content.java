package io.tuco.core.message;

import java.util.List;
import java.util.Optional;

/**
 * What is said. {@code text} is the template as received until the message is sent, then the text
 * that was sent; {@code subject} belongs to e-mail.
 *
 * @param heard what was understood of a text that a person wrote; empty before it was acted on, and
 *     where it asks for nothing
 */
public record Content(
    String text,
    Optional<String> subject,
    List<Attachment> attachments,
    Optional<Heard> heard,
    Manner manner) {

  public Content {
    attachments = List.copyOf(attachments);
  }

  public Content(String text, Optional<String> subject, List<Attachment> attachments) {
    this(text, subject, attachments, Optional.empty());
  }

  public Content(
      String text, Optional<String> subject, List<Attachment> attachments, Optional<Heard> heard) {
    this(text, subject, attachments, heard, Manner.usual());
  }

  public static Content text(String text) {
    return new Content(text, Optional.empty(), List.of());
  }

  public Content withText(String sent) {
    return new Content(sent, subject, attachments, heard, manner);
  }

  public Content in(Manner chosen) {
    return new Content(text, subject, attachments, heard, chosen);
  }

  Content understoodAs(Heard what) {
    return new Content(text, subject, attachments, Optional.of(what), manner);
  }
}
