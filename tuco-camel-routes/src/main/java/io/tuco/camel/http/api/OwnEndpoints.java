package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.WebhookStore;
import java.util.Optional;

/** The endpoints that a call may speak of. */
final class OwnEndpoints {

  private static final int ID = 2;
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Webhook not found");

  private final WebhookStore endpoints;

  OwnEndpoints(WebhookStore endpoints) {
    this.endpoints = endpoints;
  }

  /** The endpoint in the path. A malformed id is an id that nobody has. */
  OrAnswer<WebhookEndpoint> named(ApiCall call) {
    return OrAnswer.of(
        Optional.of(call.request().segment(ID))
            .filter(ObjectIds::isOne)
            .flatMap(id -> endpoints.find(call.workspaceId(), id)),
        NOT_FOUND);
  }

  /** The same for a key that may hear of every line, as endpoints do. */
  OrAnswer<WebhookEndpoint> ofAllLines(ApiCall call) {
    return OrAnswer.of(call).unless(OwnEndpoints::refusal).then(this::named);
  }

  /** An endpoint hears of every line, so a key that is bound to some has no say in it. */
  static Optional<HttpAnswer> refusal(ApiCall call) {
    return call.access().key().lineIds().isEmpty()
        ? Optional.empty()
        : Optional.of(LineAccess.REFUSAL);
  }
}
