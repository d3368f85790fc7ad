package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.ChatStore;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.workspace.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/chats}: the conversations of a line, the one that began last first: a list by the
 * last message would move under whoever pages through it (/v1 contract, sections 1 and 5).
 */
final class ChatReads {

  private static final Set<MessageStatus> SAID =
      Set.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.RECEIVED);

  private final ChatStore chats;
  private final MessageArchive archive;
  private final Lines lines;
  private final SandboxDoor sandbox;

  ChatReads(ChatStore chats, MessageArchive archive, Lines lines, SandboxDoor sandbox) {
    this.chats = chats;
    this.archive = archive;
    this.lines = lines;
    this.sandbox = sandbox;
  }

  List<Served> served(Gate gate) {
    return List.of(new Served(V1Operations.LIST_CHATS, gate.reading(Scope.CHATS_READ, this::list)));
  }

  private HttpAnswer list(Call call) {
    var words = call.words();
    var region = call.workspace().defaultRegion();
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var page = PageAsk.of(words);
    return words
        .checked(call)
        .then(fine -> lines.named(call, from.orElseThrow()))
        .answered(line -> page(call, line, page));
  }

  private HttpAnswer page(Call call, Line line, PageAsk ask) {
    var only = sandbox.onlyPerson(call, line);
    return only.isPresent()
        ? PageAsk.whole(withOne(line, only.get()), chat -> json(chat, line))
        : ask.answer(found(line, ask), ChatReads::placeOf, chat -> json(chat, line));
  }

  private List<Chat> found(Line line, PageAsk ask) {
    var place = ask.after().map(cursor -> new ChatStore.Place(cursor.at(), cursor.id()));
    return chats.ofLine(line.workspaceId(), line.id(), place, ask.fetched());
  }

  /** Of the sandbox line an account sees the chat with its own phone. */
  private List<Chat> withOne(Line line, String person) {
    return chats
        .find(line.workspaceId(), ChatIds.chat(line.id(), person))
        .map(List::of)
        .orElseGet(List::of);
  }

  private static Cursor placeOf(Chat chat) {
    return new Cursor(chat.createdAt(), chat.id());
  }

  private Map<String, @Nullable Object> json(Chat chat, Line line) {
    var last = latest(chat, SAID);
    return new JsonFields()
        .put("id", IdKind.CHAT.print(chat.id()))
        .put("line_id", IdKind.LINE.print(line.id()))
        .put("identifier", chat.identifier())
        .put("service", last.map(Message::type).orElse(line.channel()).wire())
        .putOrNull(
            "name", last.filter(said -> !chat.isGroup()).flatMap(said -> said.recipient().name()))
        .putOrNull("last_message_at", last.map(ChatReads::saidAt).map(Instant::toEpochMilli))
        .put("is_group", chat.isGroup())
        .putOrNull("participants", Optional.empty())
        .put("has_received_inbound", hasHeard(chat, last))
        .tree();
  }

  private boolean hasHeard(Chat chat, Optional<Message> last) {
    return last.filter(said -> said.status() == MessageStatus.RECEIVED).isPresent()
        || latest(chat, Set.of(MessageStatus.RECEIVED)).isPresent();
  }

  private Optional<Message> latest(Chat chat, Set<MessageStatus> statuses) {
    var filter = MessageFilter.ofChat(chat.id(), statuses);
    return archive.after(chat.workspaceId(), filter, Optional.empty(), 1).stream().findFirst();
  }

  private static Instant saidAt(Message message) {
    return message.timeline().sentAt().orElse(message.timeline().createdAt());
  }

  /** The chat of a call, where there is one; a chat that is named by its id must be there. */
  static OrAnswer<Optional<Chat>> of(ChatStore chats, Line line, Target target) {
    var found =
        chats
            .find(line.workspaceId(), target.chatWith(line))
            .filter(chat -> chat.lineId().equals(line.id()));
    return target.chat().isPresent() && found.isEmpty()
        ? OrAnswer.answer(ErrorCode.CHAT_NOT_FOUND.answerOf("to"))
        : OrAnswer.of(found);
  }
}
