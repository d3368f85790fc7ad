package io.tuco.camel.mongo;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.GroupCount;
import io.tuco.core.store.Grouping;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Questions about many of the {@code messages} of a workspace. One command each: a part of the list
 * is a seek in the index that the list is read by, counts are added up by the server.
 */
final class MongoMessageArchive implements MessageArchive {

  private static final Document NO_EVENTS = OutboxDocument.HIDDEN;
  private static final Duration LONGEST_COUNT = Duration.ofSeconds(25);

  private final MongoCollectionCalls messages;

  MongoMessageArchive(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  @Override
  public List<Message> after(
      String workspaceId, MessageFilter filter, Optional<MessagePlace> place, int limit) {
    var all = MessageQueries.matching(workspaceId, filter);
    var question =
        Question.about(place.map(from -> MessageQueries.after(all, from)).orElse(all))
            .sortedBy(MessageQueries.NEWEST_FIRST)
            .showing(NO_EVENTS)
            .upTo(limit);
    return messages.findAll(question).stream().map(MessageDocument::read).toList();
  }

  @Override
  public Optional<List<GroupCount>> counts(String workspaceId, MessageFilter filter, Grouping by) {
    var group = new Document("status", "$status");
    keyOf(by).ifPresent(key -> group.append("key", key));
    var stages =
        List.of(
            new Document("$match", MessageQueries.matching(workspaceId, filter)),
            new Document(
                "$group", new Document("_id", group).append("count", new Document("$sum", 1))));
    return messages
        .aggregate(stages, LONGEST_COUNT)
        .map(groups -> groups.stream().map(each -> read(each, by)).toList());
  }

  /** Empty where the status is the key. */
  private static Optional<Object> keyOf(Grouping by) {
    return switch (by) {
      case STATUS -> Optional.empty();
      case LINE -> Optional.of("$origin.lineId");
      case BATCH -> Optional.of("$origin.batchId");
      case DAY ->
          Optional.of(
              new Document(
                  "$dateToString",
                  new Document("format", "%Y-%m-%d").append("date", "$timeline.createdAt")));
    };
  }

  private static GroupCount read(Document group, Grouping by) {
    var reader = new DocumentReader(group);
    var parts = reader.part("_id");
    var status = parts.constant("status", MessageStatus.values(), MessageStatus::wire);
    var key = by == Grouping.STATUS ? Optional.of(status.wire()) : parts.optionalText("key");
    return new GroupCount(key, status, reader.bigNumber("count"));
  }
}
