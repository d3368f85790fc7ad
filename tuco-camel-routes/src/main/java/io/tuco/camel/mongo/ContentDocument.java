package io.tuco.camel.mongo;

import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.Heard;
import io.tuco.core.message.Manner;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** What a message says. */
final class ContentDocument {

  private static final String VOICE = "voice";

  private ContentDocument() {}

  static Document of(Content content) {
    return new DocumentWriter()
        .put("text", content.text())
        .put("subject", content.subject())
        .put("attachments", content.attachments(), ContentDocument::of)
        .put("heard", content.heard().map(ContentDocument::of))
        .put("literal", Optional.of(true).filter(yes -> content.manner().literal()))
        .put("answers", content.manner().answers())
        .document();
  }

  static Content read(DocumentReader reader) {
    return new Content(
        reader.text("text"),
        reader.optionalText("subject"),
        reader.parts("attachments").stream()
            .map(ContentDocument::attachment)
            .collect(Collectors.toList()),
        reader.optionalPart("heard").map(ContentDocument::heard),
        new Manner(reader.optionalFlag("literal").orElse(false), reader.optionalText("answers")));
  }

  private static Document of(Heard heard) {
    return new DocumentWriter()
        .put("kind", heard.kind().name())
        .put("keyword", heard.keyword())
        .document();
  }

  private static Heard heard(DocumentReader reader) {
    return new Heard(
        reader.constant("kind", Heard.Kind.values(), Heard.Kind::name),
        reader.optionalText("keyword"));
  }

  private static Attachment attachment(DocumentReader reader) {
    return new Attachment(
        reader.text("url"), reader.optionalText("name"), reader.optionalFlag(VOICE).orElse(false));
  }

  private static Document of(Attachment attachment) {
    return new DocumentWriter()
        .put("url", attachment.url())
        .put("name", attachment.name())
        .put(VOICE, Optional.of(true).filter(yes -> attachment.voice()))
        .document();
  }
}
