package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionClaim;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.store.ConnectionStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Connections to CRMs (operator API, section 2). A token goes in and never comes out. */
final class ConnectionApi {

  private static final int SECRET_BYTES = 24;

  private final Stores stores;
  private final ConnectionStore connections;
  private final AdminDirectory directory;
  private final AdminGate gate;
  private final ConnectionParts crms;
  private final ConnectionWords words;
  private final ConnectionJson json;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;

  ConnectionApi(AdminParts parts, AdminDirectory directory, AdminGate gate) {
    this.stores = parts.stores();
    this.connections = stores.connections();
    this.directory = directory;
    this.gate = gate;
    this.crms = parts.connections();
    this.words = new ConnectionWords(crms.connectors(), parts.secrets().box());
    this.json = new ConnectionJson(crms, parts.stores().crmJobs(), parts.secrets().box());
    this.secrets = parts.secrets();
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  /** What asks no CRM; creation and change may, and so have routes of their own. */
  List<Served> served() {
    return List.of(
        gate.asking(AdminOperation.LIST_CONNECTIONS, this::list),
        gate.asking(AdminOperation.READ_CONNECTION, this::read),
        gate.asking(AdminOperation.DELETE_CONNECTION, this::delete),
        gate.asking(AdminOperation.SYNC_CONNECTION, this::sync));
  }

  ConnectionCall create(HttpRequest request) {
    return gate.admitJson(request)
        .then(sent -> directory.workspace(request).then(home -> claim(sent.body(), home)))
        .fold(claimed -> claimed, ConnectionCall.Over::new);
  }

  private OrAnswer<ConnectionCall> claim(JsonReader body, Workspace workspace) {
    var now = now();
    return words
        .draft(body, now)
        .map(
            draft -> {
              var bare =
                  new Connection(
                      ids.objectId(),
                      workspace.id(),
                      draft.connector().crm(),
                      Optional.empty(),
                      draft.account(),
                      ConnectionStatus.OK,
                      draft.auth().tokens(),
                      ConnectionMapping.none(),
                      SyncPlan.DEFAULT,
                      SyncProgress.none().wanted(false, now),
                      secrets.box().seal(hookSecret()),
                      now,
                      0);
              return new ConnectionCall.Claimed(
                  claim(draft.rest().apply(bare), draft.auth()), true, draft.rest());
            });
  }

  private static ConnectionClaim claim(Connection draft, ConnectionWords.Auth auth) {
    return new ConnectionClaim(draft.with(auth.tokens()), auth.code(), auth.redirectUri());
  }

  ConnectionCall change(HttpRequest request) {
    return gate.admitJson(request)
        .then(sent -> directory.connection(request).then(current -> changed(sent.body(), current)))
        .fold(changed -> changed, ConnectionCall.Over::new);
  }

  private OrAnswer<ConnectionCall> changed(JsonReader body, Connection current) {
    var now = now();
    return words
        .changes(body, now)
        .then(
            rest ->
                words
                    .reconnection(body, current, now)
                    .map(
                        auth ->
                            auth.<ConnectionCall>map(
                                    fresh ->
                                        new ConnectionCall.Claimed(
                                            claim(current, fresh), false, rest))
                                .orElseGet(
                                    () ->
                                        new ConnectionCall.Over(
                                            stored(connections.change(current.id(), rest))))));
  }

  /**
   * @param verdict the connection that the CRM has confirmed, or the failure
   */
  HttpAnswer verified(ConnectionCall.Claimed claimed, Object verdict) {
    if (!(verdict instanceof Connection confirmed)) {
      return refusal((CrmFailure) verdict);
    }
    if (isConnectedAlready(confirmed)) {
      return AdminAnswers.ACCOUNT_CONNECTED;
    }
    if (claimed.isNew()) {
      connections.insert(confirmed);
      return answer(201, confirmed);
    }
    return stored(
        connections.change(confirmed.id(), seen -> reconnected(claimed, seen, confirmed)));
  }

  /** What somebody changed meanwhile stays; what failed for its credentials is tried again. */
  private Connection reconnected(
      ConnectionCall.Claimed claimed, Connection seen, Connection confirmed) {
    var fresh = confirmed.account().map(seen::of).orElse(seen).with(confirmed.tokens());
    var woken =
        seen.progress().state() == SyncProgress.State.FAILED && seen.plan().enabled()
            ? fresh.at(seen.progress().wanted(false, now()))
            : fresh;
    return claimed.words().apply(woken.standing(ConnectionStatus.OK));
  }

  /** Two connections to one account would read it, and write to it, twice. */
  private boolean isConnectedAlready(Connection confirmed) {
    return confirmed.accountId().stream()
        .flatMap(account -> connections.ofAccount(confirmed.crm(), account).stream())
        .anyMatch(
            other ->
                other.workspaceId().equals(confirmed.workspaceId())
                    && !other.id().equals(confirmed.id()));
  }

  private static HttpAnswer refusal(CrmFailure failure) {
    return switch (failure.kind()) {
      case REFUSED, FORBIDDEN, UNAUTHORIZED -> AdminAnswers.CREDENTIALS_REFUSED;
      case LATER, UNKNOWN -> AdminAnswers.CRM_SILENT;
    };
  }

  private HttpAnswer list(HttpRequest request) {
    return directory
        .workspace(request)
        .then(workspace -> Paging.of(request).map(paging -> page(workspace, paging)))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put(
                            "connections",
                            page.items().stream().map(each -> json.of(each, now())).toList())
                        .put("pagination", Paging.json(page))));
  }

  /** A workspace has few connections: the store hands out all of them. */
  private Page<Connection> page(Workspace workspace, PageRequest paging) {
    var all = connections.ofWorkspace(workspace.id());
    var items = all.stream().skip(paging.offset()).limit(paging.limit()).toList();
    return new Page<>(items, paging, all.size());
  }

  private HttpAnswer read(HttpRequest request) {
    return directory.connection(request).answered(connection -> answer(200, connection));
  }

  /** Leads keep the contact's id; what was to be told to the CRM, and its links, go. */
  private HttpAnswer delete(HttpRequest request) {
    return directory
        .connection(request)
        .answered(
            connection -> {
              connections.delete(connection.id());
              stores.crmJobs().dropAll(connection.workspaceId(), connection.id());
              stores.contactLinks().forgetConnection(connection.workspaceId(), connection.id());
              return HttpAnswer.success();
            });
  }

  private HttpAnswer sync(HttpRequest request) {
    return directory
        .connection(request)
        .unless(this::unreadable)
        .then(
            connection ->
                JsonBody.ofOptional(request)
                    .then(
                        body -> {
                          var full = body.flag("full").orElse(false);
                          return AdminAnswers.checked(body, () -> wanted(connection, full));
                        }))
        .answered(done -> done);
  }

  private HttpAnswer wanted(Connection connection, boolean full) {
    var now = now();
    return connections
        .change(connection.id(), seen -> seen.at(seen.progress().wanted(full, now)))
        .map(seen -> HttpAnswer.of(202, new JsonFields().put("success", true)))
        .orElse(AdminAnswers.CONNECTION_NOT_FOUND);
  }

  private Optional<HttpAnswer> unreadable(Connection connection) {
    return crms.connectors()
            .find(connection.crm())
            .flatMap(connector -> connector.contactImport())
            .isPresent()
        ? Optional.empty()
        : Optional.of(AdminAnswers.CONTACTS_UNREADABLE);
  }

  private HttpAnswer stored(Optional<Connection> stored) {
    return stored
        .map(connection -> answer(200, connection))
        .orElse(AdminAnswers.CONNECTION_NOT_FOUND);
  }

  private HttpAnswer answer(int status, Connection connection) {
    return HttpAnswer.of(status, new JsonFields().put("connection", json.of(connection, now())));
  }

  private String hookSecret() {
    var bytes = new byte[SECRET_BYTES];
    secrets.random().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
