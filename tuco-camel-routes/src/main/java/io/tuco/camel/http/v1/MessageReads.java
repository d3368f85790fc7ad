package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Set;

/** {@code GET /v1/messages}: what was said in a chat, both ways (/v1 contract, section 6). */
final class MessageReads {

  private static final Set<MessageStatus> SAID =
      Set.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.RECEIVED);

  private final MessageArchive archive;
  private final Lines lines;
  private final Chats chats;
  private final MessageView view;

  MessageReads(MessageArchive archive, Lines lines, Chats chats, MessageView view) {
    this.archive = archive;
    this.lines = lines;
    this.chats = chats;
    this.view = view;
  }

  List<Served> served(Gate gate) {
    return List.of(
        new Served(V1Operations.LIST_MESSAGES, gate.reading(Scope.MESSAGES_READ, this::list)));
  }

  private record Asked(LineName from, Target to, PageAsk page) {}

  private HttpAnswer list(Call call) {
    return asked(call)
        .then(
            asked ->
                lines
                    .named(call, asked.from(), asked.to())
                    .then(
                        line ->
                            chats.of(line, asked.to()).map(chat -> page(line, chat, asked.page()))))
        .answered(answer -> answer);
  }

  private static OrAnswer<Asked> asked(Call call) {
    var words = call.words();
    var region = call.workspace().defaultRegion();
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var to = words.required("to", Target.WHAT, Target.in(region));
    var page = PageAsk.of(words);
    return words.checked(call).map(fine -> new Asked(from.orElseThrow(), to.orElseThrow(), page));
  }

  private HttpAnswer page(Line line, String chatId, PageAsk ask) {
    var place = ask.after().map(cursor -> new MessagePlace(cursor.at(), cursor.id()));
    var filter = MessageFilter.ofChat(chatId, SAID);
    var found = archive.after(line.workspaceId(), filter, place, ask.fetched());
    return ask.answer(found, MessageReads::placeOf, message -> view.of(message, line));
  }

  private static Cursor placeOf(Message message) {
    return new Cursor(message.timeline().createdAt(), message.id());
  }
}
