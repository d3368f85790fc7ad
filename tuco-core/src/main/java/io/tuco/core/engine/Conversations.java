package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.Asked;
import io.tuco.core.store.ChatStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens the conversations of lines as they begin, always before the message that begins one is
 * stored: a crash in between leaves an empty chat rather than a message in none.
 */
final class Conversations {

  private final ChatStore chats;
  private final ChatNews news;

  Conversations(ChatStore chats, ChatNews news) {
    this.chats = chats;
    this.news = news;
  }

  /** The line is to write to somebody it may never have written to. */
  static Asked<Boolean> begin(ChatStore chats, Message message, Instant now) {
    return chatOf(message, now)
        .filter(chat -> message.progress().contact().firstTouch())
        .map(chats::askOpen)
        .orElse(() -> true);
  }

  /** The line has met somebody, by another address than the first. */
  static void reached(ChatStore chats, Message sent, Instant now) {
    var isFirstChoice = sent.progress().unreachable().isEmpty() && usedAddresses(sent) <= 1;
    if (!isFirstChoice) {
      chatOf(sent, now).ifPresent(chats::open);
    }
  }

  private static int usedAddresses(Message sent) {
    return sent.progress().send().map(send -> send.addresses().size()).orElse(0);
  }

  /** A person wrote, alone or in a group. */
  static void hear(ChatStore chats, Message received, Instant now) {
    chatOf(received, now)
        .filter(chat -> chats.find(chat.workspaceId(), chat.id()).isEmpty())
        .ifPresent(chats::open);
  }

  /** The person begins or stops to type. */
  void typing(Line line, Address person, boolean on, Instant now) {
    var chat = chatOf(line, person.value(), now);
    var told = new Chat.Typing(on, now);
    var known = chats.find(chat.workspaceId(), chat.id()).flatMap(Chat::typing);
    if (known.filter(told::equals).isEmpty()) {
      news.typed(line, person, on, now);
      chats.noteTyping(chat, told);
    }
  }

  /** The person has read what we sent; noted before the message is, which is told of it once. */
  void read(Message sent, Instant readAt) {
    if (sent.timeline().readAt().isEmpty()) {
      chatOf(sent, readAt).ifPresent(chat -> chats.noteRead(chat, readAt));
    }
  }

  private static Chat chatOf(Line line, String person, Instant now) {
    return Chat.opened(
        ChatIds.chat(line.id(), person), line.workspaceId(), line.id(), person, false, now);
  }

  private static Optional<Chat> chatOf(Message message, Instant now) {
    return message
        .origin()
        .lineId()
        .filter(line -> message.type() != MessageType.EMAIL)
        .flatMap(
            line ->
                message
                    .chatWith()
                    .map(
                        who ->
                            Chat.opened(
                                ChatIds.chat(line, who),
                                message.workspaceId(),
                                line,
                                who,
                                message.annotations().arrival().group().isPresent(),
                                now)));
  }
}
