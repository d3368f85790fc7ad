package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.line.Line;
import io.tuco.core.message.Direction;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/outbox}: what has become of something to be sent, by whatever facade it was asked
 * for (/v1 contract, sections 5 and 6).
 */
final class OutboxReads {

  private static final String ID = "id";

  private final Stores stores;
  private final OutboxView view;
  private final SandboxDoor sandbox;

  OutboxReads(Stores stores, OutboxView view, SandboxDoor sandbox) {
    this.stores = stores;
    this.sandbox = sandbox;
    this.view = view;
  }

  List<Served> served(Gate gate) {
    return List.of(
        new Served(V1Operations.READ_OUTBOX, gate.reading(Scope.OUTBOX_READ, this::read)));
  }

  private record Item(Line line, Optional<String> person, JsonFields shown) {}

  private HttpAnswer read(Call call) {
    var words = call.words();
    var id = words.required(ID, "the id ('obx_…') of an outbox item", IdKind.OUTBOX_ITEM::parse);
    return words
        .checked(call)
        .then(fine -> OrAnswer.of(find(call, id.orElseThrow()), notFound()))
        .unless(
            item ->
                Lines.isAccessible(call, item.line())
                    ? Optional.empty()
                    : Optional.of(ErrorCode.LINE_NOT_ACCESSIBLE.answerOf(ID)))
        .unless(item -> sandbox.refusal(call, item.line()))
        .unless(item -> isShown(call, item) ? Optional.empty() : Optional.of(notFound()))
        .answered(item -> Answers.found(item.shown()));
  }

  /** On the sandbox line, an account is shown what went to its phone. */
  private boolean isShown(Call call, Item item) {
    return sandbox
        .onlyPerson(call, item.line())
        .map(person -> item.person().equals(Optional.of(person)))
        .orElse(true);
  }

  private Optional<Item> find(Call call, String id) {
    return message(call.workspaceId(), id).or(() -> order(call.workspaceId(), id));
  }

  /** What no line of the facade sends is none of its items. */
  private Optional<Item> message(String workspaceId, String id) {
    return stores
        .messages()
        .find(workspaceId, id)
        .filter(message -> message.direction() == Direction.SENT)
        .filter(message -> message.type() != MessageType.EMAIL)
        .flatMap(
            message ->
                message
                    .origin()
                    .lineId()
                    .flatMap(line -> stores.lines().find(workspaceId, line))
                    .map(line -> new Item(line, message.chatWith(), view.of(message, line))));
  }

  private Optional<Item> order(String workspaceId, String id) {
    return stores
        .chatOrders()
        .find(workspaceId, id)
        .flatMap(
            order ->
                stores
                    .lines()
                    .find(workspaceId, order.lineId())
                    .map(
                        line ->
                            new Item(
                                line, Optional.of(order.address()), OutboxView.of(order, line))));
  }

  private static HttpAnswer notFound() {
    return ErrorCode.OUTBOX_ITEM_NOT_FOUND.answerOf(ID);
  }
}
