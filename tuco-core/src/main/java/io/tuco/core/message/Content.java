package io.tuco.core.message;

import java.util.List;
import java.util.Optional;

/**
 * What is said. {@code text} is the template as received until the message is sent, then the text
 * that was sent; {@code subject} belongs to e-mail.
 */
public record Content(String text, Optional<String> subject, List<Attachment> attachments) {

  public Content {
    attachments = List.copyOf(attachments);
  }

  public static Content text(String text) {
    return new Content(text, Optional.empty(), List.of());
  }

  public Content withText(String sent) {
    return new Content(sent, subject, attachments);
  }
}
