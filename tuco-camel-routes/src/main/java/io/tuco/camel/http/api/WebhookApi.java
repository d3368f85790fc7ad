package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.WebhookJson;
import io.tuco.core.IdGenerator;
import io.tuco.core.event.EndpointRecord;
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

  private static final int ID = 2;
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Webhook not found");
  private static final String WARNING =
      "Save this secret now. You will not be able to see it again.";

  private final Stores stores;
  private final WebhookUrls urls;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;

  WebhookApi(ApiParts parts) {
    this.stores = parts.stores();
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
        new Served(ApiOperations.DELETE_WEBHOOK, gate.writing(Scope.WEBHOOKS_WRITE, this::delete)));
  }

  /** An endpoint hears of every line, so a key that is bound to some may not make one. */
  private HttpAnswer create(ApiCall call, JsonReader body) {
    if (!call.access().key().lineIds().isEmpty()) {
      return LineAccess.REFUSAL;
    }
    WebhookWords.touchTypes(body);
    return body.refusal()
        .map(refusal -> RejectionAnswers.of(refusal, call.access().workspace()))
        .orElseGet(() -> WebhookWords.read(body, urls).answered(words -> created(call, words)));
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
        secrets.box().seal(secret.text()),
        EndpointRecord.untried(),
        now,
        now);
  }

  private HttpAnswer list(ApiCall call) {
    var endpoints =
        stores.webhooks().ofWorkspace(call.workspaceId()).stream().map(WebhookJson::of).toList();
    return HttpAnswer.of(200, new JsonFields().put("webhooks", endpoints));
  }

  private HttpAnswer read(ApiCall call) {
    return found(call).answered(endpoint -> HttpAnswer.of(200, WebhookJson.of(endpoint)));
  }

  /** The endpoint goes first: a delivery made in between finds nobody to call. */
  private HttpAnswer delete(ApiCall call) {
    return found(call)
        .answered(
            endpoint -> {
              stores.webhooks().delete(call.workspaceId(), endpoint.id());
              stores.deliveries().cancelAll(call.workspaceId(), endpoint.id());
              return HttpAnswer.success();
            });
  }

  /** A malformed id is an id that nobody has. */
  private OrAnswer<WebhookEndpoint> found(ApiCall call) {
    return OrAnswer.of(
        Optional.of(call.request().segment(ID))
            .filter(ObjectIds::isOne)
            .flatMap(id -> stores.webhooks().find(call.workspaceId(), id)),
        NOT_FOUND);
  }
}
