package io.tuco.core.store;

import io.tuco.core.message.ChatOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers what devices were told to do in chats, and what came of it. */
public interface ChatOrderStore {

  /** False, and nothing stored, when an order of this id is there. */
  boolean insert(ChatOrder order);

  Optional<ChatOrder> find(String workspaceId, String orderId);

  /**
   * Stores what became of an order, if it is still as it was seen; false when somebody else was
   * faster.
   */
  boolean replace(ChatOrder seen, ChatOrder next);

  /** Orders given before that which are not over: whoever was to carry them out is gone. */
  List<ChatOrder> open(Instant before, int limit);

  /** Forgets what was given before that and is over. */
  void forget(Instant before);
}
