package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.MessageJson;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.engine.Explanations;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.Page;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages to look at (API contract, section 5). */
final class MessageReads {

  private static final int ID = 2;
  private static final HttpAnswer INVALID = HttpAnswer.error(400, "Invalid messageId");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Message not found");

  private final Stores stores;
  private final Explanations explanations;

  MessageReads(Stores stores, Explanations explanations) {
    this.stores = stores;
    this.explanations = explanations;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_MESSAGES, gate.reading(Scope.MESSAGES_READ, this::list)),
        new Served(ApiOperations.READ_MESSAGE, gate.reading(Scope.MESSAGES_READ, this::read)));
  }

  private HttpAnswer list(ApiCall call) {
    var request = call.request();
    return MessageQuery.filter(request, call.access().key())
        .then(
            filter ->
                Paging.of(request)
                    .map(paging -> stores.messages().page(call.workspaceId(), filter, paging)))
        .answered(page -> listed(call, page));
  }

  private HttpAnswer listed(ApiCall call, Page<Message> page) {
    var lines = lines(call.workspaceId());
    var holds = explanations.ofAll(page.items());
    var documents =
        page.items().stream()
            .map(message -> row(message, lineOf(message, lines), holds.get(message.id())))
            .toList();
    return HttpAnswer.of(
        200, new JsonFields().put("messages", documents).put("pagination", Paging.json(page)));
  }

  private static Map<String, @Nullable Object> row(
      Message message, Optional<Line> line, @Nullable Hold hold) {
    var document = MessageJson.of(message, line);
    if (hold != null) {
      HoldJson.briefly(document, message, hold);
    }
    return document;
  }

  private HttpAnswer read(ApiCall call) {
    return id(call.request())
        .then(id -> OrAnswer.of(stores.messages().find(call.workspaceId(), id), NOT_FOUND))
        .unless(message -> MessageAccess.refusal(call, message))
        .answered(message -> found(call, message));
  }

  private HttpAnswer found(ApiCall call, Message message) {
    var line = message.origin().lineId().flatMap(id -> stores.lines().find(call.workspaceId(), id));
    var document = MessageJson.of(message, line);
    explanations.of(message).ifPresent(hold -> HoldJson.into(document, message, hold));
    return HttpAnswer.of(200, new JsonFields().put("message", document));
  }

  private static OrAnswer<String> id(HttpRequest request) {
    return OrAnswer.of(Optional.of(request.segment(ID)).filter(ObjectIds::isOne), INVALID);
  }

  private Map<String, Line> lines(String workspaceId) {
    return stores.lines().ofWorkspace(workspaceId).stream()
        .collect(Collectors.toMap(Line::id, Function.identity()));
  }

  private static Optional<Line> lineOf(Message message, Map<String, Line> lines) {
    return message.origin().lineId().flatMap(id -> Optional.ofNullable(lines.get(id)));
  }
}
