package io.tuco.camel.json;

import io.tuco.core.message.History;
import io.tuco.core.message.HistoryEntry;
import io.tuco.core.message.MessageStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a message (settled answer 36), and how much of it is not kept. */
public final class HistoryJson {

  private HistoryJson() {}

  public static JsonFields of(History history) {
    return new JsonFields()
        .put("history", history.entries().stream().map(HistoryJson::entry).toList())
        .putIf("leftOut", Optional.of(history.leftOut()).filter(missing -> missing > 0));
  }

  private static Map<String, @Nullable Object> entry(HistoryEntry entry) {
    return new JsonFields()
        .put("at", entry.at())
        .putOrNull("from", entry.from().map(MessageStatus::wire))
        .put("to", entry.to().wire())
        .put("reason", entry.reason())
        .put("by", entry.by().wire())
        .putIf("attempt", entry.attempt())
        .putIf("fromLineId", entry.lineId())
        .putIf("detail", entry.detail())
        .tree();
  }
}
