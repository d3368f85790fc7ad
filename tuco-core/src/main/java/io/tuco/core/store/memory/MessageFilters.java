package io.tuco.core.store.memory;

import io.tuco.core.event.ChatIds;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageFilter;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Whether a message is one of those a filter asks for. */
final class MessageFilters {

  private MessageFilters() {}

  static boolean matches(MessageFilter filter, Message message) {
    var createdAt = message.timeline().createdAt();
    var origin = message.origin();
    return isAmong(filter.statuses(), Optional.of(message.status()))
        && isAmong(filter.lineIds(), origin.lineId())
        && isAmong(asked(filter.leadId()), origin.leadId())
        && isAmong(asked(filter.batchId()), origin.batchId())
        && (filter.chatId().isEmpty() || filter.chatId().equals(ChatIds.chatOf(message)))
        && filter.from().filter(createdAt::isBefore).isEmpty()
        && filter.to().filter(createdAt::isAfter).isEmpty();
  }

  /** What nobody asks for does not restrict. */
  private static <T> boolean isAmong(Collection<T> wanted, Optional<T> value) {
    return wanted.isEmpty() || value.filter(wanted::contains).isPresent();
  }

  private static Set<String> asked(Optional<String> id) {
    return id.map(Set::of).orElseGet(Set::of);
  }
}
