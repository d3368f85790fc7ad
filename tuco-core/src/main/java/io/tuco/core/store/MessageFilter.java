package io.tuco.core.store;

import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages of a workspace are asked for. Empty sets and absent values do not restrict; both
 * instants are inclusive and speak of {@code createdAt}.
 */
public record MessageFilter(
    Set<MessageStatus> statuses,
    Set<String> lineIds,
    Optional<String> leadId,
    Optional<String> batchId,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> chatId) {

  public MessageFilter {
    statuses = Set.copyOf(statuses);
    lineIds = Set.copyOf(lineIds);
  }

  /** Of any chat. */
  public MessageFilter(
      Set<MessageStatus> statuses,
      Set<String> lineIds,
      Optional<String> leadId,
      Optional<String> batchId,
      Optional<Instant> from,
      Optional<Instant> to) {
    this(statuses, lineIds, leadId, batchId, from, to, Optional.empty());
  }

  /** Those of one chat ({@link io.tuco.core.event.ChatIds}) that are of these statuses. */
  public static MessageFilter ofChat(String chatId, Set<MessageStatus> statuses) {
    return new MessageFilter(
        statuses,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(chatId));
  }

  public static MessageFilter everything() {
    return new MessageFilter(
        Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
