package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.HistoryJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.MessageJson;
import io.tuco.core.engine.Explanations;
import io.tuco.core.message.Message;
import io.tuco.core.store.Page;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;

/** Messages to look at (API contract, section 5). */
final class MessageReads {

  private static final int ID = 2;
  private static final HttpAnswer INVALID = HttpAnswer.error(400, "Invalid messageId");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Message not found");

  private final Stores stores;
  private final Explanations explanations;
  private final MessageRows rows;

  MessageReads(Stores stores, Explanations explanations) {
    this.stores = stores;
    this.explanations = explanations;
    this.rows = new MessageRows(stores, explanations);
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_MESSAGES, gate.reading(Scope.MESSAGES_READ, this::list)),
        new Served(ApiOperations.READ_MESSAGE, gate.reading(Scope.MESSAGES_READ, this::read)),
        new Served(ApiOperations.READ_HISTORY, gate.reading(Scope.MESSAGES_READ, this::history)));
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
    var documents = rows.of(call.workspaceId(), page.items());
    return HttpAnswer.of(
        200, new JsonFields().put("messages", documents).put("pagination", Paging.json(page)));
  }

  private HttpAnswer read(ApiCall call) {
    return message(call).answered(message -> found(call, message));
  }

  private HttpAnswer history(ApiCall call) {
    return message(call)
        .answered(message -> HttpAnswer.of(200, HistoryJson.of(message.timeline().history())));
  }

  private OrAnswer<Message> message(ApiCall call) {
    return id(call.request())
        .then(id -> OrAnswer.of(stores.messages().find(call.workspaceId(), id), NOT_FOUND))
        .unless(message -> MessageAccess.refusal(call, message));
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
}
