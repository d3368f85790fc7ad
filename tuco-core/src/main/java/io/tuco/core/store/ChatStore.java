package io.tuco.core.store;

import io.tuco.core.message.Chat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers which conversations a line has; what was said in them are messages. */
public interface ChatStore {

  /** Stores the chat, unless it is there. */
  void open(Chat chat);

  /** The same; that it is there is fetched later, and must be. */
  default Asked<Boolean> askOpen(Chat chat) {
    open(chat);
    return () -> true;
  }

  Optional<Chat> find(String workspaceId, String chatId);

  /**
   * What comes after a place in the line's list, newest first by {@code createdAt}, then greatest
   * id first. Whoever goes on from the last chat of each answer sees none twice, whatever is opened
   * meanwhile.
   *
   * @param place empty for the beginning
   */
  List<Chat> ofLine(String workspaceId, String lineId, Optional<Place> place, int limit);

  /** Notes what was told of the person's typing; opens the chat where it is not there. */
  void noteTyping(Chat chat, Chat.Typing told);

  /** Notes that the person has read; what is known to be later stays. Opens the chat likewise. */
  void noteRead(Chat chat, Instant readAt);

  /** Where a chat stands in its list. */
  record Place(Instant createdAt, String id) {}
}
