package io.tuco.camel.http.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.IdGenerator;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EventName;
import io.tuco.core.event.HealthCheck;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * {@code POST /api/webhooks/{id}/health-check} (API contract, section 11): what is sent, and what
 * is told of the answer. Works on a disabled endpoint; changes nothing.
 */
final class EndpointChecks {

  private static final String TEXT = "This is a health check test webhook from Tuco AI";
  private static final String LATE = "The operation was aborted due to timeout";

  private final ApiGate gate;
  private final OwnEndpoints own;
  private final IdGenerator ids;
  private final Clock clock;

  EndpointChecks(ApiParts parts, ApiGate gate) {
    this.gate = gate;
    this.own = new OwnEndpoints(parts.stores().webhooks());
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  CheckCall propose(HttpRequest request) {
    return gate.admit(request, Scope.WEBHOOKS_WRITE)
        .unless(ApiGate::readOnly)
        .then(own::ofAllLines)
        .fold(endpoint -> new CheckCall.ToCall(check(endpoint)), CheckCall.Ended::new);
  }

  private HealthCheck check(WebhookEndpoint endpoint) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var name = endpoint.events().stream().sorted().findFirst().orElse(EventName.MESSAGE_SENT);
    var id = "evt_" + ids.sortableId();
    var event = new OutboxEvent(id, name, 0, now, body(endpoint, name, id, now));
    return new HealthCheck(
        endpoint,
        Delivery.of(
            event, endpoint.workspaceId(), endpoint.id(), Optional.empty(), Optional.empty(), now));
  }

  private static String body(WebhookEndpoint endpoint, EventName name, String id, Instant now) {
    return EcmaScriptJson.stringify(
        new JsonFields()
            .put("event", name.wire())
            .put("timestamp", now)
            .put("workspaceId", endpoint.workspaceId())
            .put("data", new JsonFields().put("test", true).put("message", TEXT).tree())
            .put("testMode", true)
            .put("type", name.wire())
            .put("eventId", id)
            .tree());
  }

  static CheckCall answered(DeliveryAnswer answer) {
    return new CheckCall.Ended(
        HttpAnswer.of(200, answer.isSuccess() ? passed(answer) : failed(answer)));
  }

  private static JsonFields passed(DeliveryAnswer answer) {
    return new JsonFields()
        .put("success", true)
        .put("message", "Health check passed")
        .put("statusCode", answer.statusCode().orElseThrow())
        .put("response", answer.response().orElse(""));
  }

  private static JsonFields failed(DeliveryAnswer answer) {
    var fields = new JsonFields().put("success", false);
    if (answer.statusCode().isEmpty()) {
      return fields.put("error", answer.isLate() ? LATE : answer.error().orElseThrow());
    }
    var code = answer.statusCode().get();
    return fields
        .put("error", "HTTP " + code + ": " + HttpResponseStatus.valueOf(code).reasonPhrase())
        .put("details", answer.response().orElse(""))
        .put("statusCode", code);
  }
}
