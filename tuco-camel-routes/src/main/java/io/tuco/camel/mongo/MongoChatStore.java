package io.tuco.camel.mongo;

import io.tuco.core.message.Chat;
import io.tuco.core.store.Asked;
import io.tuco.core.store.ChatStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code chats}: one document per conversation of a line, its id made of the two. */
final class MongoChatStore implements ChatStore {

  private static final Document NEWEST_FIRST = MongoIndex.order("-createdAt", "-_id");

  /** Some megabytes of ids. */
  private static final int KNOWN = 20_000;

  private final MongoCollectionCalls chats;
  private final Lasting opened = new Lasting(KNOWN);

  MongoChatStore(MongoCollectionCalls chats) {
    this.chats = chats;
  }

  @Override
  public void open(Chat chat) {
    askOpen(chat).answer();
  }

  @Override
  public Asked<Boolean> askOpen(Chat chat) {
    return opened.has(chat.id())
        ? () -> true
        : chats
            .askInsertIfAbsent(ChatDocument.of(chat))
            .map(
                isNew -> {
                  opened.add(chat.id());
                  return true;
                });
  }

  @Override
  public Optional<Chat> find(String workspaceId, String chatId) {
    return chats.findOne(Question.about(one(workspaceId, chatId))).map(ChatDocument::read);
  }

  @Override
  public List<Chat> ofLine(String workspaceId, String lineId, Optional<Place> place, int limit) {
    var all = new Document("workspaceId", workspaceId).append("lineId", lineId);
    return chats
        .findAll(
            Question.about(place.map(from -> after(all, from)).orElse(all))
                .sortedBy(NEWEST_FIRST)
                .upTo(limit))
        .stream()
        .map(ChatDocument::read)
        .toList();
  }

  @Override
  public void noteTyping(Chat chat, Chat.Typing told) {
    note(chat, "typing.at", told.at(), new Document("typing", ChatDocument.of(told)));
  }

  @Override
  public void noteRead(Chat chat, Instant readAt) {
    note(chat, "readAt", readAt, new Document("readAt", Date.from(readAt)));
  }

  /** Sets it, unless it is known of a later instant. */
  private void note(Chat chat, String since, Instant at, Document fields) {
    open(chat);
    var unknown = new Document(since, new Document("$exists", false));
    var earlier = new Document(since, new Document("$lt", Date.from(at)));
    chats.update(
        one(chat.workspaceId(), chat.id()).append("$or", List.of(unknown, earlier)),
        new Document("$set", fields));
  }

  private static Document one(String workspaceId, String chatId) {
    return new Document("workspaceId", workspaceId).append("_id", chatId);
  }

  private static Document after(Document all, Place place) {
    var at = Date.from(place.createdAt());
    // The bound is for the index; of what is as old as the place, ids tell which were had.
    return new Document(all)
        .append("createdAt", new Document("$lte", at))
        .append(
            "$or",
            List.of(
                new Document("createdAt", new Document("$lt", at)),
                new Document("_id", new Document("$lt", place.id()))));
  }
}
