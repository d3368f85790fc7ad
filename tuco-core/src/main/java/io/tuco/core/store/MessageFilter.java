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
    Optional<Instant> to) {

  public MessageFilter {
    statuses = Set.copyOf(statuses);
    lineIds = Set.copyOf(lineIds);
  }

  public static MessageFilter everything() {
    return new MessageFilter(
        Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
