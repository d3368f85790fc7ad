package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Message;
import io.tuco.core.message.Tapback;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Who types, what was read, and who reacted (/v1 contract, sections 4 and 5). */
final class SignalReads {

  private static final String MESSAGE_ID = "message_id";

  private final Stores stores;
  private final Lines lines;
  private final Answered messages;
  private final SandboxDoor sandbox;
  private final Clock clock;

  SignalReads(Stores stores, Lines lines, Answered messages, SandboxDoor sandbox, Clock clock) {
    this.stores = stores;
    this.lines = lines;
    this.messages = messages;
    this.sandbox = sandbox;
    this.clock = clock;
  }

  List<Served> served(Gate gate) {
    return List.of(
        new Served(
            V1Operations.READ_TYPING,
            gate.reading(Scope.TYPING_READ, call -> ofChat(call, this::typing))),
        new Served(
            V1Operations.READ_RECEIPTS,
            gate.reading(Scope.RECEIPTS_READ, call -> ofChat(call, SignalReads::receipt))),
        new Served(
            V1Operations.LIST_REACTIONS, gate.reading(Scope.REACTIONS_READ, this::reactions)));
  }

  private HttpAnswer ofChat(
      Call call, BiFunction<Line, Chat, Optional<Map<String, @Nullable Object>>> view) {
    return ChatAsk.of(call)
        .then(
            ask ->
                lines
                    .named(call, ask.from(), ask.to())
                    .then(
                        line ->
                            ChatReads.of(stores.chats(), line, ask.to())
                                .map(chat -> chat.flatMap(known -> view.apply(line, known)))))
        .answered(found -> Answers.list(found.stream().toList()));
  }

  private Optional<Map<String, @Nullable Object>> typing(Line line, Chat chat) {
    return chat.typing()
        .map(
            told ->
                new JsonFields()
                    .put("id", IdKind.TYPING.print(ChatIds.typing(line.id(), chat.identifier())))
                    .put("chat_id", IdKind.CHAT.print(chat.id()))
                    .put("handle", chat.identifier())
                    .put("is_typing", told.isOn(clock.instant()))
                    .put("updated_at", told.at().toEpochMilli())
                    .tree());
  }

  private static Optional<Map<String, @Nullable Object>> receipt(Line line, Chat chat) {
    return chat.readAt()
        .map(
            at ->
                new JsonFields()
                    .put("id", IdKind.RECEIPT.print(ChatIds.receipt(line.id(), chat.identifier())))
                    .put("chat_id", IdKind.CHAT.print(chat.id()))
                    .put("handle", chat.identifier())
                    .put("last_read_at", at.toEpochMilli())
                    .put("synced_at", at.toEpochMilli())
                    .tree());
  }

  private HttpAnswer reactions(Call call) {
    var words = call.words();
    var name = words.required(MESSAGE_ID, Answered.WHAT, Answered.Name::parse);
    return words
        .checked(call)
        .then(fine -> messages.named(call.workspaceId(), name.orElseThrow(), MESSAGE_ID))
        .then(message -> lineOf(call, message).map(line -> reactions(message, line)))
        .answered(Answers::list);
  }

  private OrAnswer<Line> lineOf(Call call, Message message) {
    var line = message.origin().lineId().flatMap(id -> stores.lines().find(call.workspaceId(), id));
    return OrAnswer.of(line, ErrorCode.MESSAGE_NOT_FOUND.answerOf(MESSAGE_ID))
        .unless(
            known ->
                Lines.isAccessible(call, known)
                    ? Optional.empty()
                    : Optional.of(ErrorCode.LINE_NOT_ACCESSIBLE.answerOf(MESSAGE_ID)))
        .unless(known -> sandbox.refusal(call, known))
        .unless(
            known ->
                sandbox
                    .onlyPerson(call, known)
                    .filter(who -> !message.chatWith().equals(Optional.of(who)))
                    .map(who -> ErrorCode.MESSAGE_NOT_FOUND.answerOf(MESSAGE_ID)));
  }

  private static List<Map<String, @Nullable Object>> reactions(Message message, Line line) {
    return message.annotations().tapbacks().stream()
        .map(tapback -> reaction(message, line, tapback))
        .toList();
  }

  private static Map<String, @Nullable Object> reaction(
      Message message, Line line, Tapback tapback) {
    var isOurs = tapback.by().equals(Tapback.US);
    return new JsonFields()
        .put("id", IdKind.REACTION.print(ChatIds.reaction(message.id(), tapback.by())))
        .put(MESSAGE_ID, IdKind.MESSAGE.print(message.id()))
        .put("type", tapback.reaction())
        .put("sender", isOurs ? line.handle() : tapback.by())
        .put("is_from_me", isOurs)
        .put("added", !tapback.removed())
        .put("sent_at", tapback.at().toEpochMilli())
        .put("synced_at", tapback.at().toEpochMilli())
        .tree();
  }
}
