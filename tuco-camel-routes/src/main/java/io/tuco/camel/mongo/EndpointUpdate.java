package io.tuco.camel.mongo;

import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.EventName;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** What changes of an endpoint are in {@code webhooks}: each touches its own fields alone. */
final class EndpointUpdate {

  private static final String DESCRIPTION = "description";
  private static final String FAILURES = "record.failures";
  private static final String FAILING_FROM = "record.failingFrom";

  private EndpointUpdate() {}

  static Document of(EndpointChange change, Instant now) {
    var set = new Document("updatedAt", Date.from(now));
    change.url().ifPresent(url -> set.append("url", url));
    change
        .events()
        .ifPresent(
            events ->
                set.append(
                    "events",
                    List.copyOf(events).stream()
                        .sorted()
                        .map(EventName::wire)
                        .collect(Collectors.toList())));
    change.name().ifPresent(name -> set.append("name", name));
    change.active().ifPresent(active -> set.append("active", active));
    change.description().after(Optional.empty()).ifPresent(text -> set.append(DESCRIPTION, text));
    var update = new Document("$set", set);
    return clears(change) ? update.append("$unset", new Document(DESCRIPTION, true)) : update;
  }

  /** The same for an endpoint that was disabled. */
  static Document enabling(Document update) {
    var set = new Document(update.get("$set", Document.class)).append(FAILURES, 0);
    var unset = new Document(FAILING_FROM, true);
    Optional.ofNullable(update.get("$unset", Document.class)).ifPresent(unset::putAll);
    return new Document("$set", set).append("$unset", unset);
  }

  /** Adds to the record; times never go back, whoever notes first. */
  static Document of(EndpointTally tally) {
    var times = new Document("record.lastTriggeredAt", Date.from(tally.lastAt()));
    tally.succeededAt().ifPresent(at -> times.append("record.lastSuccessAt", Date.from(at)));
    tally.failedAt().ifPresent(at -> times.append("record.lastFailureAt", Date.from(at)));
    var update = new Document("$max", times);
    return tally.succeededAt().isPresent() ? anew(update, tally) : failing(update, tally);
  }

  private static Document anew(Document update, EndpointTally tally) {
    var set = new Document(FAILURES, tally.failures());
    tally.failingFrom().ifPresent(from -> set.append(FAILING_FROM, Date.from(from)));
    update.append("$set", set);
    return tally.failingFrom().isPresent()
        ? update
        : update.append("$unset", new Document(FAILING_FROM, true));
  }

  private static Document failing(Document update, EndpointTally tally) {
    tally
        .failingFrom()
        // Stays where it is, if there is one.
        .ifPresent(from -> update.append("$min", new Document(FAILING_FROM, Date.from(from))));
    return update.append("$inc", new Document(FAILURES, tally.failures()));
  }

  static Document of(EndpointSecrets secrets, Instant now) {
    var set = new Document("secret", secrets.current().text()).append("updatedAt", Date.from(now));
    var old = secrets.old().map(WebhookDocument::old);
    old.ifPresent(part -> set.append(WebhookDocument.OLD, part));
    var update = new Document("$set", set);
    return old.isPresent()
        ? update
        : update.append("$unset", new Document(WebhookDocument.OLD, true));
  }

  private static boolean clears(EndpointChange change) {
    return change.description().after(Optional.of(DESCRIPTION)).isEmpty();
  }
}
