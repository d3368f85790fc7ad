package io.tuco.camel.mongo;

import io.tuco.core.message.Annotations;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Edit;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Tapback;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a message, in a field of its own that no change of the message touches. A
 * message beside which nothing stands has none. {@code unheeded} is there only until a reply has
 * been heeded.
 */
final class AnnotationsDocument {

  static final String FIELD = "annotations";
  static final String REVISION = "annotations.revision";

  /** When what nobody has heeded yet came in. */
  static final String UNHEEDED = "unheeded";

  private AnnotationsDocument() {}

  /** Adds what stands beside a new message. */
  static Document into(Document stored, Message message) {
    var beside = message.annotations();
    if (!beside.equals(Annotations.none())) {
      stored.append(FIELD, of(beside));
    }
    if (message.status() == MessageStatus.RECEIVED && !beside.arrival().heeded()) {
      stored.append(UNHEEDED, Date.from(message.timeline().updatedAt()));
    }
    return stored;
  }

  /** The update that puts this in place of what was there. */
  static Document update(Annotations next) {
    var update = new Document("$set", new Document(FIELD, of(next)));
    return next.arrival().heeded() ? update.append("$unset", new Document(UNHEEDED, true)) : update;
  }

  /** Which revision {@code next} follows; what nothing stands beside has none. */
  static Document before(Document one, Annotations next) {
    var seen = new ArrayList<@Nullable Long>(List.of(next.revision() - 1));
    if (next.revision() == 1) {
      seen.add(null);
    }
    return one.append(REVISION, new Document("$in", seen));
  }

  static Annotations in(DocumentReader message) {
    return message.optionalPart(FIELD).map(AnnotationsDocument::read).orElseGet(Annotations::none);
  }

  private static Document of(Annotations beside) {
    return new DocumentWriter()
        .put("revision", beside.revision())
        .put("tapbacks", beside.tapbacks(), AnnotationsDocument::of)
        .put("edit", beside.edit().map(AnnotationsDocument::of))
        .put("unsentAt", beside.unsentAt())
        .put("ghlMessageId", beside.ghlMessageId())
        .put("arrival", of(beside.arrival()))
        .document();
  }

  private static Annotations read(DocumentReader reader) {
    return new Annotations(
        reader.bigNumber("revision"),
        reader.parts("tapbacks").stream().map(AnnotationsDocument::tapback).toList(),
        reader.optionalPart("edit").map(edit -> new Edit(edit.text("text"), edit.instant("at"))),
        reader.optionalInstant("unsentAt"),
        reader.optionalText("ghlMessageId"),
        arrival(reader.part("arrival")));
  }

  private static Document of(Edit edit) {
    return new DocumentWriter().put("text", edit.text()).put("at", edit.at()).document();
  }

  private static Document of(Tapback tapback) {
    return new DocumentWriter()
        .put("by", tapback.by())
        .put("reaction", tapback.reaction())
        .put("at", tapback.at())
        .put("removed", tapback.removed())
        .document();
  }

  private static Tapback tapback(DocumentReader reader) {
    return new Tapback(
        reader.text("by"), reader.text("reaction"), reader.instant("at"), reader.flag("removed"));
  }

  private static Document of(Arrival arrival) {
    return new DocumentWriter()
        .put("group", arrival.group())
        .put("answers", arrival.answers())
        .put("files", arrival.files(), AnnotationsDocument::of)
        .put("aliases", arrival.aliases(), Function.<String>identity())
        .put("optOutWord", arrival.optOutWord())
        .put("heeded", arrival.heeded())
        .document();
  }

  private static Arrival arrival(DocumentReader reader) {
    return new Arrival(
        reader.optionalText("group"),
        reader.optionalText("answers"),
        files(reader),
        reader.texts("aliases"),
        reader.optionalText("optOutWord"),
        reader.flag("heeded"));
  }

  private static List<ReceivedFile> files(DocumentReader reader) {
    return reader.parts("files").stream()
        .map(
            file ->
                new ReceivedFile(
                    file.text("id"),
                    file.optionalText("name"),
                    file.optionalText("contentType"),
                    file.optionalBigNumber("bytes"),
                    file.optionalText("url")))
        .toList();
  }

  private static Document of(ReceivedFile file) {
    return new DocumentWriter()
        .put("id", file.id())
        .put("name", file.name())
        .put("contentType", file.contentType())
        .put("bytes", file.bytes())
        .put("url", file.url())
        .document();
  }
}
