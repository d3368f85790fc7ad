package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.WebhookJson;
import io.tuco.core.IdGenerator;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Webhook endpoints (API contract, section 11). A secret is shown once, at creation. */
final class WebhookApi {

  static final String WARNING = "Save this secret now. You will not be able to see it again.";

  private final Stores stores;
  private final OwnEndpoints own;
  private final WebhookUrls urls;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;

  WebhookApi(ApiParts parts) {
    this.stores = parts.stores();
    this.own = new OwnEndpoints(parts.stores().webhooks());
    this.urls = new WebhookUrls(parts.webhookUrls(), parts.hosts());
    this.secrets = parts.secrets();
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.CREATE_WEBHOOK, gate.writingJson(Scope.WEBHOOKS_WRITE, this::create)),
        new Served(ApiOperations.LIST_WEBHOOKS, gate.reading(Scope.WEBHOOKS_READ, this::list)),
        new Served(ApiOperations.READ_WEBHOOK, gate.reading(Scope.WEBHOOKS_READ, this::read)),
        new Served(
            ApiOperations.CHANGE_WEBHOOK, gate.writingJson(Scope.WEBHOOKS_WRITE, this::change)),
        new Served(ApiOperations.DELETE_WEBHOOK, gate.writing(Scope.WEBHOOKS_WRITE, this::delete)));
  }

  private HttpAnswer create(ApiCall call, JsonReader body) {
    WebhookWords.touchTypes(body);
    return OrAnswer.of(body)
        .unless(any -> OwnEndpoints.refusal(call))
        .unless(read -> wrongTypes(call, read))
        .then(read -> WebhookWords.read(read, urls))
        .answered(words -> created(call, words));
  }

  /** What waits for an endpoint that is switched off is cancelled: nothing is sent by itself. */
  private HttpAnswer change(ApiCall call, JsonReader body) {
    WebhookWords.touchTypes(body);
    return OrAnswer.of(body)
        .unless(any -> OwnEndpoints.refusal(call))
        .unless(read -> wrongTypes(call, read))
        .then(read -> WebhookWords.readChange(read, urls, dialectOf(call)))
        .then(change -> own.named(call).map(endpoint -> changed(endpoint, change)))
        .answered(endpoint -> HttpAnswer.success());
  }

  /** Of one that is not there, no event is wrong: it is refused for that. */
  private EventDialect dialectOf(ApiCall call) {
    return own.named(call).fold(WebhookEndpoint::dialect, absent -> EventDialect.API);
  }

  private static Optional<HttpAnswer> wrongTypes(ApiCall call, JsonReader body) {
    return body.refusal().map(refusal -> RejectionAnswers.of(refusal, call.access().workspace()));
  }

  private WebhookEndpoint changed(WebhookEndpoint endpoint, EndpointChange change) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    stores.webhooks().change(endpoint.workspaceId(), endpoint.id(), change, now);
    if (!change.active().orElse(true)) {
      stores.deliveries().cancelAll(endpoint.workspaceId(), endpoint.id());
    }
    return endpoint;
  }

  private HttpAnswer created(ApiCall call, WebhookWords words) {
    var secret = WebhookSecret.mint(secrets.random());
    var endpoint = endpoint(call, words, secret);
    stores.webhooks().insert(endpoint);
    return HttpAnswer.of(
        201,
        new JsonFields()
            .put("id", endpoint.id())
            .put("secret", secret.text())
            .put("url", endpoint.url())
            .put("events", WebhookJson.events(endpoint))
            .put("name", endpoint.name())
            .putIf("description", endpoint.description())
            .put("createdAt", endpoint.createdAt())
            .put("warning", WARNING));
  }

  private WebhookEndpoint endpoint(ApiCall call, WebhookWords words, WebhookSecret secret) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new WebhookEndpoint(
        ids.objectId(),
        call.workspaceId(),
        words.url(),
        words.events(),
        words.name(),
        words.description(),
        true,
        EndpointSecrets.of(secrets.box().seal(secret.text())),
        EndpointRecord.untried(),
        Optional.empty(),
        now,
        now);
  }

  private HttpAnswer list(ApiCall call) {
    var endpoints =
        stores.webhooks().ofWorkspace(call.workspaceId()).stream()
            .filter(WebhookApi::isOurs)
            .map(WebhookJson::of)
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("webhooks", endpoints));
  }

  private HttpAnswer read(ApiCall call) {
    return own.named(call)
        .unless(
            endpoint ->
                isOurs(endpoint)
                    ? Optional.empty()
                    : Optional.of(HttpAnswer.error(404, "Webhook not found")))
        .answered(endpoint -> HttpAnswer.of(200, WebhookJson.of(endpoint)));
  }

  /** Those of {@code /v1} are shown there; here they are switched, logged, replayed and rotated. */
  private static boolean isOurs(WebhookEndpoint endpoint) {
    return endpoint.dialect() == EventDialect.API;
  }

  /** The endpoint goes first: a delivery made in between finds nobody to call. */
  private HttpAnswer delete(ApiCall call) {
    return own.named(call)
        .answered(
            endpoint -> {
              stores.webhooks().delete(call.workspaceId(), endpoint.id());
              stores.deliveries().cancelAll(call.workspaceId(), endpoint.id());
              return HttpAnswer.success();
            });
  }
}
