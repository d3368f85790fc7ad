package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The calls about callbacks (relay contract, section 3). */
final class WebhookCalls {

  private static final List<String> EVENTS =
      List.of(
          "*",
          "new-message",
          "updated-message",
          "message-send-error",
          "group-name-change",
          "group-icon-changed",
          "group-icon-removed",
          "participant-removed",
          "participant-added",
          "participant-left",
          "chat-read-status-changed",
          "typing-indicator",
          "scheduled-message-error",
          "server-update",
          "new-server",
          "new-findmy-location",
          "hello-world",
          "incoming-facetime",
          "ft-call-status-changed",
          "imessage-alias-removed",
          "theme-backup-created",
          "theme-backup-updated",
          "theme-backup-deleted",
          "settings-backup-created",
          "settings-backup-updated",
          "settings-backup-deleted");

  private final RelayState state;
  private final WebhookFile file;

  WebhookCalls(RelayState state, WebhookFile file) {
    this.state = state;
    this.file = file;
  }

  Future<RelayAnswer> list(RelayCall call) {
    var webhooks = Json.array(call.device().webhooks().all(), Webhook::json);
    return Future.succeededFuture(RelayAnswer.ok("Successfully fetched webhooks!", webhooks));
  }

  Future<RelayAnswer> create(RelayCall call) {
    var answer =
        complaint(call.fields())
            .map(RelayAnswer::badRequest)
            .orElseGet(() -> register(call.device(), call.fields()));
    return Future.succeededFuture(answer);
  }

  Future<RelayAnswer> delete(RelayCall call) {
    var removed = id(call.variable()).filter(id -> call.device().webhooks().remove(id)).isPresent();
    if (removed) {
      file.save(state);
    }
    return Future.succeededFuture(
        removed
            ? RelayAnswer.ok("Successfully deleted webhook!")
            : RelayAnswer.missing("Webhook does not exist!"));
  }

  private RelayAnswer register(RelayDevice device, JsonNode fields) {
    var events = Webhook.events(fields.path("events"));
    var webhook = device.webhooks().register(fields.path("url").asText(), events);
    file.save(state);
    return RelayAnswer.ok("Successfully created webhook!", webhook.json());
  }

  private static Optional<String> complaint(JsonNode fields) {
    return new FieldRules(fields)
        .required("url")
        .text("url")
        .required("events")
        .array("events")
        .refuseIf(
            !fields.path("url").asText().startsWith("http"),
            "Webhook URL must include an HTTP scheme!")
        .complaint()
        .or(() -> unknownEvent(fields));
  }

  private static Optional<String> unknownEvent(JsonNode fields) {
    return Webhook.events(fields.path("events")).stream()
        .filter(event -> !EVENTS.contains(event))
        .findFirst()
        .map(
            event ->
                "Invalid webhook event: %s! Webhook must be one of: %s"
                    .formatted(event, String.join(",", EVENTS)));
  }

  private static Optional<Integer> id(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
