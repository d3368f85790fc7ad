package io.tuco.core.store.memory;

import io.tuco.core.message.Chat;
import io.tuco.core.store.ChatStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryChatStore implements ChatStore {

  private static final Comparator<Place> OLDEST_FIRST =
      Comparator.comparing(Place::createdAt).thenComparing(Place::id);

  private final Table<Chat> chats = new Table<>(Chat::id, Chat::createdAt);

  @Override
  public synchronized void open(Chat chat) {
    if (chats.find(chat.id()).isEmpty()) {
      chats.put(chat);
    }
  }

  @Override
  public synchronized Optional<Chat> find(String workspaceId, String chatId) {
    return chats.find(chatId).filter(chat -> chat.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized List<Chat> ofLine(
      String workspaceId, String lineId, Optional<Place> place, int limit) {
    Predicate<Chat> ofLine =
        chat -> chat.workspaceId().equals(workspaceId) && chat.lineId().equals(lineId);
    return chats.newestFirst(ofLine.and(chat -> isAfter(chat, place))).stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void noteTyping(Chat chat, Chat.Typing told) {
    change(
        chat,
        known ->
            known.typing().filter(before -> !told.at().isAfter(before.at())).isPresent()
                ? known
                : with(known, Optional.of(told), known.readAt()));
  }

  @Override
  public synchronized void noteRead(Chat chat, Instant readAt) {
    change(
        chat,
        known ->
            with(
                known,
                known.typing(),
                known.readAt().filter(readAt::isBefore).or(() -> Optional.of(readAt))));
  }

  private void change(Chat chat, UnaryOperator<Chat> change) {
    open(chat);
    chats.change(chat.id(), change);
  }

  private static boolean isAfter(Chat chat, Optional<Place> place) {
    var own = new Place(chat.createdAt(), chat.id());
    return place.filter(before -> OLDEST_FIRST.compare(own, before) >= 0).isEmpty();
  }

  private static Chat with(Chat chat, Optional<Chat.Typing> typing, Optional<Instant> readAt) {
    return new Chat(
        chat.id(),
        chat.workspaceId(),
        chat.lineId(),
        chat.identifier(),
        chat.isGroup(),
        typing,
        readAt,
        chat.createdAt());
  }
}
