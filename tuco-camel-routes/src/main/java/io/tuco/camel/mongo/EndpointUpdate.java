package io.tuco.camel.mongo;

import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
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
    var set = new Document(update.get("$set", Document.class)).append("record.failures", 0);
    var unset = new Document("record.clockFrom", true);
    Optional.ofNullable(update.get("$unset", Document.class)).ifPresent(unset::putAll);
    return new Document("$set", set).append("$unset", unset);
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
