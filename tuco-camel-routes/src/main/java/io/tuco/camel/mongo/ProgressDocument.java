package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.message.Contact;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Resolution;
import io.tuco.core.message.Send;
import io.tuco.core.message.Tries;
import java.util.function.Function;
import org.bson.Document;

/** How far the sending of a message has come, the attempt under way included. */
final class ProgressDocument {

  private ProgressDocument() {}

  static Document of(Progress progress) {
    return new DocumentWriter()
        .put("tries", of(progress.tries()))
        .put("contact", of(progress.contact()))
        .put("send", progress.send().map(ProgressDocument::of))
        .put("nextAttemptAt", progress.nextAttemptAt())
        .put("reason", progress.reason())
        .put("errorMessage", progress.errorMessage())
        .put("externalId", progress.externalId())
        .put("followUp", progress.followUp().map(ProgressDocument::of))
        .put("resolution", progress.resolution().map(ProgressDocument::of))
        .put("events", progress.events())
        .document();
  }

  static Progress read(DocumentReader reader) {
    return new Progress(
        tries(reader.part("tries")),
        contact(reader.part("contact")),
        reader.optionalPart("send").map(ProgressDocument::send),
        reader.optionalInstant("nextAttemptAt"),
        reader.optionalText("reason"),
        reader.optionalText("errorMessage"),
        reader.optionalText("externalId"),
        reader.optionalPart("followUp").map(ProgressDocument::followUp),
        reader.optionalPart("resolution").map(ProgressDocument::resolution),
        reader.bigNumber("events"));
  }

  private static Document of(Tries tries) {
    return new DocumentWriter()
        .put("attempts", tries.attempts())
        .put("failedChecks", tries.failedChecks())
        .put("repeats", tries.repeats())
        .put("unreachable", tries.unreachable(), Function.<Address>identity())
        .put("earlierSends", tries.earlierSends(), Function.<String>identity())
        .document();
  }

  private static Tries tries(DocumentReader reader) {
    return new Tries(
        reader.number("attempts"),
        reader.number("failedChecks"),
        reader.number("repeats"),
        reader.addresses("unreachable"),
        reader.texts("earlierSends"));
  }

  private static Document of(Contact contact) {
    return new DocumentWriter()
        .put("firstTouch", contact.firstTouch())
        .put("touches", contact.touches(), Function.<String>identity())
        .document();
  }

  private static Contact contact(DocumentReader reader) {
    return new Contact(reader.flag("firstTouch"), reader.texts("touches"));
  }

  private static Document of(Send send) {
    return new DocumentWriter()
        .put("id", send.id())
        .put("text", send.text())
        .put("addresses", send.addresses(), Function.<Address>identity())
        .put("parts", send.parts(), PartDocument::of)
        .put("startedAt", send.startedAt())
        .put("unknownFrom", send.unknownFrom())
        .document();
  }

  private static Send send(DocumentReader reader) {
    return new Send(
        reader.text("id"),
        reader.text("text"),
        reader.addresses("addresses"),
        reader.parts("parts").stream().map(PartDocument::read).toList(),
        reader.instant("startedAt"),
        reader.optionalInstant("unknownFrom"));
  }

  private static Document of(FollowUp text) {
    return new DocumentWriter()
        .put("messageId", text.messageId())
        .put("made", text.made())
        .document();
  }

  private static FollowUp followUp(DocumentReader reader) {
    return new FollowUp(reader.text("messageId"), reader.flag("made"));
  }

  private static Document of(Resolution order) {
    return new DocumentWriter()
        .put("action", order.action().wire())
        .put("by", order.by())
        .put("at", order.at())
        .document();
  }

  private static Resolution resolution(DocumentReader reader) {
    return new Resolution(
        reader.constant("action", Resolution.Action.values(), Resolution.Action::wire),
        reader.text("by"),
        reader.instant("at"));
  }
}
