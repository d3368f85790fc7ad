package io.tuco.camel.json;

import io.tuco.core.message.Annotations;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Tapback;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands beside a message, as we add it to the documented fields of its document. */
final class AnnotationsJson {

  private AnnotationsJson() {}

  static Map<String, @Nullable Object> of(Annotations beside) {
    var arrival = beside.arrival();
    return new JsonFields()
        .putIf("replyToMessageId", arrival.answers())
        .putIf("groupChat", arrival.group())
        .putIf("files", arrival.files().stream().map(AnnotationsJson::file).toList())
        .putIf(
            "tapbacks",
            beside.tapbacks().stream()
                .filter(tapback -> !tapback.removed())
                .map(AnnotationsJson::tapback)
                .toList())
        .putIf("editedMessage", beside.edit().map(edit -> edit.text()))
        .putIf("editedAt", beside.edit().map(edit -> edit.at()))
        .putIf("unsentAt", beside.unsentAt())
        .tree();
  }

  private static Map<String, @Nullable Object> tapback(Tapback tapback) {
    return new JsonFields()
        .put("reaction", tapback.reaction())
        .put("by", tapback.by())
        .put("at", tapback.at())
        .tree();
  }

  private static Map<String, @Nullable Object> file(ReceivedFile file) {
    return new JsonFields()
        .put("id", file.id())
        .putIf("name", file.name())
        .putIf("contentType", file.contentType())
        .putIf("bytes", file.bytes())
        .tree();
  }
}
