package io.tuco.camel.http.api;

import io.tuco.camel.json.MessageJson;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.engine.Explanations;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Message documents as lists show them: with their lines, and with what holds those that wait. */
final class MessageRows {

  private final Stores stores;
  private final Explanations explanations;

  MessageRows(Stores stores, Explanations explanations) {
    this.stores = stores;
    this.explanations = explanations;
  }

  List<Map<String, @Nullable Object>> of(String workspaceId, List<Message> messages) {
    var lines = lines(workspaceId);
    var holds = explanations.ofAll(messages);
    return messages.stream()
        .map(message -> row(message, lineOf(message, lines), holds.get(message.id())))
        .toList();
  }

  private static Map<String, @Nullable Object> row(
      Message message, Optional<Line> line, @Nullable Hold hold) {
    var document = MessageJson.of(message, line);
    if (hold != null) {
      HoldJson.briefly(document, message, hold);
    }
    return document;
  }

  private Map<String, Line> lines(String workspaceId) {
    return stores.lines().ofWorkspace(workspaceId).stream()
        .collect(Collectors.toMap(Line::id, Function.identity()));
  }

  private static Optional<Line> lineOf(Message message, Map<String, Line> lines) {
    return message.origin().lineId().flatMap(id -> Optional.ofNullable(lines.get(id)));
  }
}
