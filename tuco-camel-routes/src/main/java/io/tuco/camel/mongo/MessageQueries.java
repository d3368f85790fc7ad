package io.tuco.camel.mongo;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import io.tuco.core.store.ReplyFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Filters on one message, and on the messages of one workspace. */
final class MessageQueries {

  static final Document NEWEST_FIRST = MongoIndex.order("-timeline.createdAt", "-_id");

  private static final Document STILL_WAITING =
      in(
          Stream.of(MessageStatus.values())
              .filter(MessageStatus::isWaiting)
              .map(MessageStatus::wire)
              .collect(Collectors.toList()));

  private static final Document OUT_OF_LANES =
      in(
          Stream.of(MessageStatus.values())
              .filter(status -> !status.isOfALane())
              .map(MessageStatus::wire)
              .collect(Collectors.toList()));

  private MessageQueries() {}

  static Document one(String workspaceId, String messageId) {
    return new Document("workspaceId", workspaceId).append("_id", messageId);
  }

  /** Waits still, and has been in no attempt that {@code message} does not know of. */
  static Document waiting(Message message) {
    var known = new ArrayList<@Nullable String>(MessageDocument.sends(message));
    known.add(null);
    return one(message.workspaceId(), message.id())
        .append("status", STILL_WAITING)
        .append("progress.send.id", new Document("$in", known));
  }

  static Document waitingIn(Message message, String laneId) {
    return waiting(message).append("waiting.lane", laneId);
  }

  /** What waits in a workspace. */
  static Document waitingIn(String workspaceId) {
    return new Document("workspaceId", workspaceId).append("status", STILL_WAITING);
  }

  /** Those of these that no lane holds any more. */
  static Document ended(Collection<String> workspaceIds, Collection<String> messageIds) {
    return new Document("workspaceId", in(workspaceIds))
        .append("_id", in(messageIds))
        .append("status", OUT_OF_LANES);
  }

  /** What is to be forgotten, and nobody needs any more. */
  static Document deletable() {
    return new Document(MessageDocument.FORGOTTEN, true)
        .append("status", OUT_OF_LANES)
        .append(OutboxDocument.SINCE, new Document("$exists", false))
        .append(OutboxDocument.STREAM_SINCE, new Document("$exists", false));
  }

  /** Is of this status still, and nobody has stored that it was read. */
  static Document unread(Message message, MessageStatus status) {
    return one(message.workspaceId(), message.id())
        .append("status", status.wire())
        .append("timeline.readAt", new Document("$exists", false));
  }

  static Document inAttempt(Message message, String sendId) {
    return one(message.workspaceId(), message.id())
        .append("status", MessageStatus.SENDING.wire())
        .append("progress.send.id", sendId);
  }

  static Document matching(String workspaceId, MessageFilter filter) {
    var query = new Document("workspaceId", workspaceId);
    filter.leadId().ifPresent(lead -> query.append("origin.leadId", lead));
    filter.batchId().ifPresent(batch -> query.append("origin.batchId", batch));
    filter.chatId().ifPresent(chat -> query.append(MessageDocument.CHAT, chat));
    if (!filter.statuses().isEmpty()) {
      query.append("status", in(filter.statuses().stream().map(MessageStatus::wire).toList()));
    }
    if (!filter.lineIds().isEmpty()) {
      query.append("origin.lineId", in(filter.lineIds()));
    }
    between(filter.from(), filter.to())
        .ifPresent(range -> query.append("timeline.createdAt", range));
    return query;
  }

  /** What people wrote to us, and not among several. */
  static Document matching(String workspaceId, ReplyFilter filter) {
    var query =
        new Document("workspaceId", workspaceId)
            .append("status", MessageStatus.RECEIVED.wire())
            .append("reply.person", new Document("$exists", true));
    filter.leadId().ifPresent(lead -> query.append("origin.leadId", lead));
    filter.phone().ifPresent(phone -> query.append("recipient.phone", phone.value()));
    filter.email().ifPresent(email -> query.append("recipient.email", email.value()));
    if (!filter.lineIds().isEmpty()) {
      query.append("origin.lineId", in(filter.lineIds()));
    }
    between(filter.from(), filter.to())
        .ifPresent(range -> query.append("timeline.createdAt", range));
    return query;
  }

  /** The same beyond a place of the list. */
  static Document after(Document matching, MessagePlace place) {
    var at = Date.from(place.createdAt());
    // The bound is for the index; of what is as old as the place, ids tell which were had.
    var range = (Document) matching.getOrDefault("timeline.createdAt", new Document());
    var bound = new Document(range);
    bound.merge("$lte", at, MessageQueries::earlier);
    return new Document(matching)
        .append("timeline.createdAt", bound)
        .append(
            "$or",
            List.of(
                new Document("timeline.createdAt", new Document("$lt", at)),
                new Document("_id", new Document("$lt", place.id()))));
  }

  private static Object earlier(Object one, Object other) {
    return ((Date) one).before((Date) other) ? one : other;
  }

  private static Optional<Document> between(Optional<Instant> from, Optional<Instant> to) {
    var range = new Document();
    from.ifPresent(at -> range.append("$gte", Date.from(at)));
    to.ifPresent(at -> range.append("$lte", Date.from(at)));
    return Optional.of(range).filter(bounds -> !bounds.isEmpty());
  }

  private static Document in(Collection<String> values) {
    return new Document("$in", List.copyOf(values));
  }
}
