package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.store.Stores;
import io.tuco.core.timing.IsoInstant;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.ApiKeyChange;
import io.tuco.core.workspace.ApiKeySecret;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** API keys (operator API, section 2). A key is shown once; its hash is what is kept. */
final class KeyApi {

  private final Stores stores;
  private final AdminDirectory directory;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;

  KeyApi(AdminParts parts, AdminDirectory directory) {
    this.stores = parts.stores();
    this.directory = directory;
    this.secrets = parts.secrets();
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  List<Served> served(AdminGate gate) {
    return List.of(
        gate.telling(AdminOperation.CREATE_KEY, this::create),
        gate.asking(AdminOperation.LIST_KEYS, this::list),
        gate.telling(AdminOperation.CHANGE_KEY, this::change),
        gate.asking(AdminOperation.DELETE_KEY, this::delete));
  }

  private HttpAnswer create(HttpRequest request, JsonReader body) {
    return directory
        .workspace(request)
        .then(workspace -> KeyWords.read(body, stores, workspace).map(w -> minted(w, workspace)))
        .answered(minted -> stored(minted.key(), minted.secret()));
  }

  private record Minted(ApiKey key, ApiKeySecret secret) {}

  private Minted minted(KeyWords words, Workspace workspace) {
    var secret = ApiKeySecret.mint(words.dialect(), secrets.random());
    var key =
        new ApiKey(
            ids.objectId(),
            workspace.id(),
            words.name(),
            secret.sha256(),
            secret.prefix(),
            secret.last4(),
            words.scopes(),
            words.lineIds(),
            true,
            words.expiresAt(),
            words.userId(),
            words.dialect(),
            now());
    return new Minted(key, secret);
  }

  private HttpAnswer stored(ApiKey key, ApiKeySecret secret) {
    stores.apiKeys().insert(key);
    return HttpAnswer.of(
        201,
        new JsonFields()
            .put("id", key.id())
            .put("key", secret.text())
            .putAll(AdminJson.key(key, Optional.empty())));
  }

  private HttpAnswer list(HttpRequest request) {
    return directory
        .workspace(request)
        .then(
            workspace ->
                Paging.of(request).map(paging -> stores.apiKeys().page(workspace.id(), paging)))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("keys", page.items().stream().map(this::json).toList())
                        .put("pagination", Paging.json(page))));
  }

  private HttpAnswer change(HttpRequest request, JsonReader body) {
    return directory
        .key(request)
        .then(current -> changed(body, current))
        .unless(
            changed ->
                stores.apiKeys().update(changed)
                    ? Optional.empty()
                    : Optional.of(AdminAnswers.KEY_NOT_FOUND))
        .answered(key -> HttpAnswer.of(200, new JsonFields().put("key", json(key))));
  }

  private static OrAnswer<ApiKey> changed(JsonReader body, ApiKey current) {
    var change =
        new ApiKeyChange(
            body.words("name", KeyWords.LONGEST_NAME),
            body.flag("enabled"),
            body.change("expiresAt", body.parsed("expiresAt", IsoInstant::parse)));
    return AdminAnswers.checked(body, () -> change.appliedTo(current));
  }

  private HttpAnswer delete(HttpRequest request) {
    return directory
        .key(request)
        .answered(
            key -> {
              stores.apiKeys().delete(key.id());
              return HttpAnswer.success();
            });
  }

  private Object json(ApiKey key) {
    return AdminJson.key(key, stores.apiKeys().lastUsed(key.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
