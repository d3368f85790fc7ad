package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Send;
import io.tuco.core.store.ChatStore;
import io.tuco.core.store.LeadStore;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Opens the conversations of lines as they begin, always before the message that begins one is
 * stored: a crash in between leaves an empty chat rather than a message in none.
 */
final class Conversations {

  private final ChatStore chats;
  private final LeadStore leads;

  Conversations(Stores stores) {
    this.chats = stores.chats();
    this.leads = stores.leads();
  }

  /** The line is to write to somebody it may never have written to. */
  void begin(Message message, Optional<Lead> lead, Instant now) {
    if (message.progress().contact().firstTouch()) {
      SendOrder.of(message.type(), message.recipient(), lead).stream()
          .findFirst()
          .ifPresent(address -> open(message, address, now));
    }
  }

  /** The same of a message that waits. */
  void begin(Message message, Instant now) {
    if (message.progress().contact().firstTouch()) {
      begin(
          message,
          message.origin().leadId().flatMap(id -> leads.find(message.workspaceId(), id)),
          now);
    }
  }

  /** It went to another address than the first. */
  void reached(Message sent, Optional<Lead> lead, Instant now) {
    addressOf(sent)
        .filter(
            address ->
                !SendOrder.of(sent.type(), sent.recipient(), lead).stream()
                    .findFirst()
                    .equals(Optional.of(address)))
        .ifPresent(address -> open(sent, address, now));
  }

  /** A person wrote, alone or in a group. */
  void hear(Message received, Address from, Instant now) {
    var group = received.annotations().arrival().group();
    lineOf(received)
        .map(
            line ->
                group
                    .map(chat -> Chat.among(received.workspaceId(), line, chat, now))
                    .orElseGet(() -> Chat.with(received.workspaceId(), line, from.value(), now)))
        .filter(chat -> chats.find(chat.workspaceId(), chat.id()).isEmpty())
        .ifPresent(chats::open);
  }

  /** The person begins or stops to type. */
  void typing(Chat chat, boolean on, Instant now) {
    var told = new Chat.Typing(on, now);
    var known = chats.find(chat.workspaceId(), chat.id()).flatMap(Chat::typing);
    if (known.filter(told::equals).isEmpty()) {
      chats.noteTyping(chat, told);
    }
  }

  /** The person has read what we sent; told before the message is, which is told of it once. */
  void read(Message sent, Instant readAt) {
    if (sent.timeline().readAt().isEmpty()) {
      addressOf(sent)
          .flatMap(
              address ->
                  lineOf(sent)
                      .map(line -> Chat.with(sent.workspaceId(), line, address.value(), readAt)))
          .ifPresent(chat -> chats.noteRead(chat, readAt));
    }
  }

  private void open(Message message, Address address, Instant now) {
    lineOf(message)
        .ifPresent(
            line -> chats.open(Chat.with(message.workspaceId(), line, address.value(), now)));
  }

  private static Optional<Address> addressOf(Message sent) {
    return sent.progress().send().map(Send::addresses).orElseGet(List::of).stream().findFirst();
  }

  private static Optional<String> lineOf(Message message) {
    return message.origin().lineId().filter(line -> message.type() != MessageType.EMAIL);
  }
}
