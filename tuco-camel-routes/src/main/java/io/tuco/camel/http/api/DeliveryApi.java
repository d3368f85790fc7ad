package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.DeliveryJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.engine.Replays;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The log of an endpoint's deliveries, and sending them once more (webhook contract, section 6).
 */
final class DeliveryApi {

  private static final int DELIVERY_ID = 4;
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Delivery not found");
  private static final HttpAnswer DISABLED =
      HttpAnswer.error(409, "Webhook is disabled", "WEBHOOK_DISABLED");

  private final DeliveryStore deliveries;
  private final OwnEndpoints own;
  private final Replays replays;
  private final Clock clock;

  DeliveryApi(ApiParts parts) {
    this.deliveries = parts.stores().deliveries();
    this.own = new OwnEndpoints(parts.stores().webhooks());
    this.replays = parts.engine().replays();
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_DELIVERIES, gate.reading(Scope.WEBHOOKS_READ, this::list)),
        new Served(ApiOperations.READ_DELIVERY, gate.reading(Scope.WEBHOOKS_READ, this::read)),
        new Served(ApiOperations.REPLAY_DELIVERY, gate.writing(Scope.WEBHOOKS_WRITE, this::replay)),
        new Served(
            ApiOperations.REPLAY_WEBHOOK,
            gate.writingOptionalJson(Scope.WEBHOOKS_WRITE, this::replayAll)));
  }

  private HttpAnswer list(ApiCall call) {
    return OrAnswer.of(call)
        .unless(OwnEndpoints::refusal)
        .then(DeliveryWords::ofQuery)
        .then(filter -> Paging.of(call.request()).then(part -> page(call, filter, part)))
        .answered(DeliveryApi::listed);
  }

  private OrAnswer<Page<Delivery>> page(ApiCall call, DeliveryFilter filter, PageRequest part) {
    return own.named(call)
        .map(endpoint -> deliveries.page(call.workspaceId(), endpoint.id(), filter, part));
  }

  private static HttpAnswer listed(Page<Delivery> page) {
    var rows = page.items().stream().map(DeliveryJson::of).toList();
    return HttpAnswer.of(
        200, new JsonFields().put("deliveries", rows).put("pagination", Paging.json(page)));
  }

  private HttpAnswer read(ApiCall call) {
    return own.ofAllLines(call)
        .then(endpoint -> named(call, endpoint))
        .answered(
            delivery ->
                HttpAnswer.of(200, new JsonFields().put("delivery", DeliveryJson.whole(delivery))));
  }

  private HttpAnswer replay(ApiCall call) {
    return own.ofAllLines(call)
        .then(endpoint -> named(call, endpoint).unless(any -> refusal(endpoint)))
        .unless(
            delivery ->
                replays.one(call.workspaceId(), delivery.key(), now())
                    ? Optional.empty()
                    : Optional.of(NOT_FOUND))
        .answered(
            delivery ->
                HttpAnswer.of(
                    202,
                    new JsonFields()
                        .put("success", true)
                        .put("deliveryId", delivery.id())
                        .put("eventId", delivery.eventId())));
  }

  private HttpAnswer replayAll(ApiCall call, JsonReader body) {
    return OrAnswer.of(body)
        .unless(any -> OwnEndpoints.refusal(call))
        .then(DeliveryWords::ofReplay)
        .then(filter -> own.named(call).unless(DeliveryApi::refusal).map(at -> begun(at, filter)))
        .answered(
            scheduled ->
                HttpAnswer.of(
                    202, new JsonFields().put("success", true).put("scheduled", scheduled)));
  }

  private long begun(WebhookEndpoint endpoint, DeliveryFilter filter) {
    return replays.all(endpoint.workspaceId(), endpoint.id(), filter, now());
  }

  private static Optional<HttpAnswer> refusal(WebhookEndpoint endpoint) {
    return endpoint.active() ? Optional.empty() : Optional.of(DISABLED);
  }

  private OrAnswer<Delivery> named(ApiCall call, WebhookEndpoint endpoint) {
    return OrAnswer.of(
        Delivery.keyOf(call.request().segment(DELIVERY_ID), endpoint.id())
            .flatMap(key -> deliveries.find(call.workspaceId(), key)),
        NOT_FOUND);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
