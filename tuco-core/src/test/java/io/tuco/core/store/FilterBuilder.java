package io.tuco.core.store;

import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A filter that asks for everything until it is told otherwise. */
final class FilterBuilder {

  private Set<MessageStatus> statuses = Set.of();
  private Set<String> lineIds = Set.of();
  private Optional<String> leadId = Optional.empty();
  private Optional<String> batchId = Optional.empty();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  FilterBuilder withStatuses(MessageStatus... wanted) {
    statuses = Set.of(wanted);
    return this;
  }

  FilterBuilder fromLines(String... wanted) {
    lineIds = Set.of(wanted);
    return this;
  }

  FilterBuilder forLead(String wanted) {
    leadId = Optional.of(wanted);
    return this;
  }

  FilterBuilder inBatch(String wanted) {
    batchId = Optional.of(wanted);
    return this;
  }

  FilterBuilder from(Instant earliest) {
    from = Optional.of(earliest);
    return this;
  }

  FilterBuilder to(Instant latest) {
    to = Optional.of(latest);
    return this;
  }

  MessageFilter build() {
    return new MessageFilter(statuses, lineIds, leadId, batchId, from, to);
  }
}
