package io.tuco.camel.mongo;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.LineTally;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Counts what became of lines' sends, by {@code ended}: a part that only a message whose sending
 * has ended has. Two commands for all lines, and one more for each that had both kinds.
 */
final class EndedSends {

  static final String FIELD = "ended";

  private static final String LINE = FIELD + ".line";
  private static final String AT = FIELD + ".at";
  private static final String FAILED = FIELD + ".failed";
  private static final Document LATEST_FIRST = MongoIndex.order("-" + AT);
  private static final Document THE_FAILED = new Document("_id", 0).append(FAILED, 1);

  private final MongoCollectionCalls messages;

  EndedSends(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  static Optional<Document> of(Message message) {
    return message
        .sendEndedAt()
        .flatMap(
            at ->
                message
                    .origin()
                    .lineId()
                    .map(
                        line ->
                            new DocumentWriter()
                                .put("line", key(message.workspaceId(), line))
                                .put("at", at)
                                .put("failed", message.status() == MessageStatus.FAILED)
                                .document()));
  }

  Map<String, LineTally> tallies(String workspaceId, Collection<String> lineIds, Instant since) {
    var keys = lineIds.stream().map(line -> key(workspaceId, line)).toList();
    var total = messages.countBy(LINE, ended(new Document("$in", keys), since));
    var failed =
        messages.countBy(LINE, ended(new Document("$in", keys), since).append(FAILED, true));
    var tallies = new HashMap<String, LineTally>();
    for (var line : lineIds) {
      var key = key(workspaceId, line);
      if (total.containsKey(key)) {
        tallies.put(line, tally(key, total.get(key), failed.getOrDefault(key, 0L), since));
      }
    }
    return tallies;
  }

  private LineTally tally(String key, long total, long failed, Instant since) {
    return failed == 0 || failed == total
        ? new LineTally(total, failed, failed)
        : new LineTally(total, failed, failedInARow(key, failed, since));
  }

  /** No more than all that failed, and the one before them. */
  private long failedInARow(String key, long failed, Instant since) {
    return messages
        .findAll(
            Question.about(ended(key, since))
                .sortedBy(LATEST_FIRST)
                .showing(THE_FAILED)
                .upTo((int) Math.min(failed + 1, Integer.MAX_VALUE)))
        .stream()
        .map(found -> new DocumentReader(found).part(FIELD))
        .takeWhile(ended -> ended.flag("failed"))
        .count();
  }

  private static Document ended(Object line, Instant since) {
    return new Document(LINE, line).append(AT, new Document("$gte", Date.from(since)));
  }

  private static String key(String workspaceId, String lineId) {
    return workspaceId + ":" + lineId;
  }
}
