package io.tuco.camel.mongo;

import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EventName;
import io.tuco.core.event.LineSubscription;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.secret.Sealed;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/** A webhook endpoint as it lies in {@code webhooks}. */
final class WebhookDocument {

  /** The secret before the current one, for as long as it is in use. */
  static final String OLD = "oldSecret";

  private WebhookDocument() {}

  static Document of(WebhookEndpoint endpoint) {
    return new DocumentWriter()
        .put("_id", endpoint.id())
        .put("workspaceId", endpoint.workspaceId())
        .put("url", endpoint.url())
        .put("events", new TreeSet<>(endpoint.events()), EventName::wire)
        .put("name", endpoint.name())
        .put("description", endpoint.description())
        .put("active", endpoint.active())
        .put("secret", endpoint.secrets().current())
        .put(OLD, endpoint.secrets().old().map(WebhookDocument::old))
        .put("record", record(endpoint.record()))
        .put("line", endpoint.line().map(WebhookDocument::line))
        .put("createdAt", endpoint.createdAt())
        .put("updatedAt", endpoint.updatedAt())
        .document();
  }

  static WebhookEndpoint read(Document document) {
    var reader = new DocumentReader(document);
    return new WebhookEndpoint(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("url"),
        events(reader),
        reader.text("name"),
        reader.optionalText("description"),
        reader.flag("active"),
        new EndpointSecrets(
            new Sealed(reader.text("secret")), reader.optionalPart(OLD).map(WebhookDocument::old)),
        record(reader.part("record")),
        reader.optionalPart("line").map(WebhookDocument::line),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }

  private static Document line(LineSubscription line) {
    return new DocumentWriter()
        .put("lineId", line.lineId())
        .put("userId", line.userId())
        .document();
  }

  private static LineSubscription line(DocumentReader reader) {
    return new LineSubscription(reader.text("lineId"), reader.optionalText("userId"));
  }

  static Document old(EndpointSecrets.Old old) {
    return new DocumentWriter().put("secret", old.secret()).put("until", old.until()).document();
  }

  private static EndpointSecrets.Old old(DocumentReader reader) {
    return new EndpointSecrets.Old(new Sealed(reader.text("secret")), reader.instant("until"));
  }

  private static Set<EventName> events(DocumentReader reader) {
    return reader.texts("events").stream()
        .map(stored -> DocumentReader.constantOf(stored, EventName.values(), EventName::wire))
        .collect(Collectors.toSet());
  }

  private static Document record(EndpointRecord record) {
    return new DocumentWriter()
        .put("lastTriggeredAt", record.lastTriggeredAt())
        .put("lastSuccessAt", record.lastSuccessAt())
        .put("lastFailureAt", record.lastFailureAt())
        .put("failures", record.failures())
        .put("clockFrom", record.clockFrom())
        .document();
  }

  private static EndpointRecord record(DocumentReader reader) {
    return new EndpointRecord(
        reader.optionalInstant("lastTriggeredAt"),
        reader.optionalInstant("lastSuccessAt"),
        reader.optionalInstant("lastFailureAt"),
        reader.number("failures"),
        reader.optionalInstant("clockFrom"));
  }
}
