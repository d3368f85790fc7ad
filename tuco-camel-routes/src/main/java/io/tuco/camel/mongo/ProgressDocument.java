package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Send;
import java.util.function.Function;
import org.bson.Document;

/** How far the sending of a message has come, the attempt under way included. */
final class ProgressDocument {

  private ProgressDocument() {}

  static Document of(Progress progress) {
    return new DocumentWriter()
        .put("attempts", progress.attempts())
        .put("failedChecks", progress.failedChecks())
        .put("unreachable", progress.unreachable(), Function.<Address>identity())
        .put("send", progress.send().map(ProgressDocument::of))
        .put("nextAttemptAt", progress.nextAttemptAt())
        .put("reason", progress.reason())
        .put("errorMessage", progress.errorMessage())
        .put("externalId", progress.externalId())
        .put("events", progress.events())
        .document();
  }

  static Progress read(DocumentReader reader) {
    return new Progress(
        reader.number("attempts"),
        reader.number("failedChecks"),
        reader.addresses("unreachable"),
        reader.optionalPart("send").map(ProgressDocument::send),
        reader.optionalInstant("nextAttemptAt"),
        reader.optionalText("reason"),
        reader.optionalText("errorMessage"),
        reader.optionalText("externalId"),
        reader.bigNumber("events"));
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
}
