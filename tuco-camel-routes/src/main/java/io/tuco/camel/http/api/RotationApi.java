package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.WebhookStore;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A new secret for an endpoint (webhook contract, section 6); shown this once. */
final class RotationApi {

  private static final int RIVALS = 5;

  private final WebhookStore webhooks;
  private final OwnEndpoints own;
  private final Secrets secrets;
  private final Clock clock;

  RotationApi(ApiParts parts) {
    this.webhooks = parts.stores().webhooks();
    this.own = new OwnEndpoints(webhooks);
    this.secrets = parts.secrets();
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.ROTATE_WEBHOOK_SECRET,
            gate.writingOptionalJson(Scope.WEBHOOKS_WRITE, this::rotate)));
  }

  private HttpAnswer rotate(ApiCall call, JsonReader body) {
    var immediate = body.flag("immediate").orElse(false);
    return OrAnswer.of(call)
        .unless(OwnEndpoints::refusal)
        .unless(any -> body.refusal().map(RejectionAnswers::of))
        .then(any -> rotated(call, immediate))
        .answered(answer -> answer);
  }

  /** Of two who rotate at once, the later one's secret follows the earlier one's. */
  private OrAnswer<HttpAnswer> rotated(ApiCall call, boolean immediate) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var done = own.named(call).map(endpoint -> rotated(endpoint, immediate));
      if (done.fold(Optional::isPresent, refused -> true)) {
        return done.map(Optional::orElseThrow);
      }
    }
    var rivals = new IllegalStateException(RIVALS + " others rotated it meanwhile");
    throw new StoreException("The secret of a webhook could not be rotated", rivals);
  }

  private Optional<HttpAnswer> rotated(WebhookEndpoint endpoint, boolean immediate) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var fresh = WebhookSecret.mint(secrets.random());
    var sealed = secrets.box().seal(fresh.text());
    var before = endpoint.secrets();
    var after = immediate ? EndpointSecrets.of(sealed) : before.rotatedTo(sealed, now);
    return webhooks.rotate(endpoint.workspaceId(), endpoint.id(), before.current(), after, now)
        ? Optional.of(shown(endpoint, fresh, after))
        : Optional.empty();
  }

  private static HttpAnswer shown(
      WebhookEndpoint endpoint, WebhookSecret fresh, EndpointSecrets after) {
    Optional<EndpointSecrets.Old> old = after.old();
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("id", endpoint.id())
            .put("secret", fresh.text())
            .putOrNull("previousSecretExpiresAt", old.map(EndpointSecrets.Old::until))
            .put("warning", WebhookApi.WARNING));
  }
}
