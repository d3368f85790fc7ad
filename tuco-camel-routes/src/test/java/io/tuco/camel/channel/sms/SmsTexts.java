package io.tuco.camel.channel.sms;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.Origin;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages with attachments, whose attempt is under way. */
final class SmsTexts {

  private SmsTexts() {}

  static Message with(String text, String... media) {
    return with(text, SmsContext.aText(text).build().origin(), media);
  }

  /** A text that follows a message which did not reach its person. */
  static Message following(String text, String... media) {
    return with(text, Fixtures.aMessage().withEverything().build().origin(), media);
  }

  private static Message with(String text, Origin origin, String... media) {
    var sample = SmsContext.aText(text).build();
    var attachments = Stream.of(media).map(url -> new Attachment(url, Optional.empty())).toList();
    return new Message(
        sample.id(),
        sample.workspaceId(),
        sample.direction(),
        sample.type(),
        sample.status(),
        new Content(text, Optional.empty(), attachments),
        sample.recipient(),
        sample.window(),
        origin,
        sample.timeline(),
        sample.progress());
  }
}
