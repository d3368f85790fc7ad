package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.WebhookJson;
import io.tuco.core.IdGenerator;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.LineSubscription;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.line.Line;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code /v1/webhooks}: endpoints that hear of one line in the words of this facade (/v1 contract,
 * section 9). On the sandbox line, an account sees and removes its own alone.
 */
final class HookApi {

  private static final String ID = "the id ('wh_…') of a webhook";

  private final Stores stores;
  private final Lines lines;
  private final HookUrls urls;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;

  HookApi(
      Stores stores, Lines lines, HookUrls urls, Secrets secrets, IdGenerator ids, Clock clock) {
    this.stores = stores;
    this.lines = lines;
    this.urls = urls;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  List<Served> served(Gate gate) {
    return List.of(
        new Served(V1Operations.LIST_HOOKS, gate.reading(Scope.WEBHOOKS_READ, this::list)),
        new Served(V1Operations.CREATE_HOOK, gate.writing(Scope.WEBHOOKS_WRITE, this::create)),
        new Served(V1Operations.DELETE_HOOK, gate.writing(Scope.WEBHOOKS_WRITE, this::delete)));
  }

  private HttpAnswer list(Call call) {
    var from = call.words().required("from", LineName.WHAT, LineName.in(region(call)));
    return call.words()
        .checked(from)
        .then(name -> lines.named(call, name.orElseThrow()))
        .answered(line -> Answers.list(of(call, line).stream().map(HookApi::json).toList()));
  }

  private List<WebhookEndpoint> of(Call call, Line line) {
    return stores.webhooks().ofWorkspace(call.workspaceId()).stream()
        .filter(endpoint -> isOf(endpoint, line.id()) && isShown(call, endpoint, line))
        .toList();
  }

  private static boolean isOf(WebhookEndpoint endpoint, String lineId) {
    return endpoint.line().filter(of -> of.lineId().equals(lineId)).isPresent();
  }

  private static boolean isShown(Call call, WebhookEndpoint endpoint, Line line) {
    return !line.sandbox()
        || endpoint.line().map(LineSubscription::userId).equals(Optional.of(call.key().userId()));
  }

  private HttpAnswer create(Call call) {
    var words = HookWords.of(call.words(), region(call), urls);
    return call.words()
        .checked(words)
        .then(
            read ->
                lines.named(call, read.from().orElseThrow()).map(line -> created(call, line, read)))
        .answered(answer -> answer);
  }

  private HttpAnswer created(Call call, Line line, HookWords words) {
    var secret = WebhookSecret.mint(secrets.random());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var endpoint =
        new WebhookEndpoint(
            ids.objectId(),
            call.workspaceId(),
            words.url().orElseThrow(),
            words.events(),
            "Webhook of " + line.handle(),
            Optional.empty(),
            true,
            EndpointSecrets.of(secrets.box().seal(secret.text())),
            EndpointRecord.untried(),
            Optional.of(new LineSubscription(line.id(), call.key().userId())),
            now,
            now);
    stores.webhooks().insert(endpoint);
    return Answers.created(fields(endpoint).put("secret", secret.text()));
  }

  private HttpAnswer delete(Call call) {
    var id = call.words().required("id", ID, IdKind.WEBHOOK::parse);
    return call.words()
        .checked(id)
        .then(known -> named(call, known.orElseThrow()))
        .answered(this::deleted);
  }

  /** One of this facade, whose line the key may use. */
  private OrAnswer<WebhookEndpoint> named(Call call, String id) {
    var found =
        stores
            .webhooks()
            .find(call.workspaceId(), id)
            .filter(
                endpoint ->
                    endpoint.line().filter(of -> isReached(call, endpoint, of)).isPresent());
    return OrAnswer.of(found, ErrorCode.WEBHOOK_NOT_FOUND.answer());
  }

  /** Of a line that is gone, whoever reached it may remove what is left. */
  private boolean isReached(Call call, WebhookEndpoint endpoint, LineSubscription of) {
    return stores
        .lines()
        .find(call.workspaceId(), of.lineId())
        .map(line -> Lines.isAccessible(call, line) && isShown(call, endpoint, line))
        .orElseGet(() -> call.key().reaches(of.lineId()));
  }

  /** The endpoint goes first: a delivery made in between finds nobody to call. */
  private HttpAnswer deleted(WebhookEndpoint endpoint) {
    stores.webhooks().delete(endpoint.workspaceId(), endpoint.id());
    stores.deliveries().cancelAll(endpoint.workspaceId(), endpoint.id());
    return Answers.found(
        new JsonFields().put("id", IdKind.WEBHOOK.print(endpoint.id())).put("deleted", true));
  }

  private static String region(Call call) {
    return call.workspace().defaultRegion();
  }

  private static Object json(WebhookEndpoint endpoint) {
    return fields(endpoint).tree();
  }

  private static JsonFields fields(WebhookEndpoint endpoint) {
    return new JsonFields()
        .put("id", IdKind.WEBHOOK.print(endpoint.id()))
        .put(
            "line_ids", endpoint.line().map(of -> IdKind.LINE.print(of.lineId())).stream().toList())
        .put("url", endpoint.url())
        .put("events", WebhookJson.events(endpoint))
        .put("is_active", endpoint.active());
  }
}
