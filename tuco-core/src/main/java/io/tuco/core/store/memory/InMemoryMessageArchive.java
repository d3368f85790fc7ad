package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.GroupCount;
import io.tuco.core.store.Grouping;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

final class InMemoryMessageArchive implements MessageArchive {

  /** What is counted together. */
  private record Group(Optional<String> key, MessageStatus status) {}

  private final Table<Message> messages;

  InMemoryMessageArchive(Table<Message> messages) {
    this.messages = messages;
  }

  @Override
  public List<Message> after(
      String workspaceId, MessageFilter filter, Optional<MessagePlace> place, int limit) {
    return messages
        .newestFirst(
            matching(workspaceId, filter)
                .and(message -> place.map(from -> from.precedes(message)).orElse(true)))
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<List<GroupCount>> counts(String workspaceId, MessageFilter filter, Grouping by) {
    return Optional.of(
        messages.oldestFirst(matching(workspaceId, filter)).stream()
            .collect(
                Collectors.groupingBy(
                    message -> new Group(keyOf(message, by), message.status()),
                    Collectors.counting()))
            .entrySet()
            .stream()
            .map(
                each ->
                    new GroupCount(each.getKey().key(), each.getKey().status(), each.getValue()))
            .toList());
  }

  private static Predicate<Message> matching(String workspaceId, MessageFilter filter) {
    return message ->
        message.workspaceId().equals(workspaceId) && MessageFilters.matches(filter, message);
  }

  private static Optional<String> keyOf(Message message, Grouping by) {
    return switch (by) {
      case STATUS -> Optional.of(message.status().wire());
      case LINE -> message.origin().lineId();
      case BATCH -> message.origin().batchId();
      case DAY ->
          Optional.of(
              message.timeline().createdAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    };
  }
}
