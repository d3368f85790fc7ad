package io.tuco.camel.http.admin;

import io.tuco.camel.http.Amendment;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.engine.SenderWatch;
import io.tuco.core.engine.WaitingMessages;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Lines (operator API, section 2). */
final class LineApi {

  private final Stores stores;
  private final AdminDirectory directory;
  private final AdminGate gate;
  private final LineWords words;
  private final WaitingMessages waiting;
  private final SenderWatch senders;
  private final IdGenerator ids;
  private final Clock clock;

  LineApi(AdminParts parts, AdminDirectory directory, AdminGate gate) {
    this.stores = parts.stores();
    this.directory = directory;
    this.gate = gate;
    this.words = new LineWords(parts.secrets().box());
    this.waiting = parts.waiting();
    this.senders = parts.senders();
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  /** What asks no provider; creation and change may, and so have routes of their own. */
  List<Served> served() {
    return List.of(
        gate.asking(AdminOperation.LIST_LINES, this::list),
        gate.asking(AdminOperation.DELETE_LINE, this::delete));
  }

  /** Stores a line whose account nobody has probed yet: it is there, whatever the probe says. */
  LineCall create(HttpRequest request) {
    return gate.admitJson(request)
        .then(json -> directory.workspace(request).then(workspace -> draft(json, workspace)))
        .unless(this::deviceMissing)
        .unless(
            line ->
                stores.lines().insert(line)
                    ? Optional.empty()
                    : Optional.of(AdminAnswers.LINE_ADDRESS_IN_USE))
        .fold(line -> new LineCall.Stored(201, line, hasAccount(line)), LineCall.Refused::new);
  }

  private OrAnswer<Line> draft(AdminGate.JsonRequest json, Workspace workspace) {
    return words.draft(json.body(), ids.objectId(), workspace, now());
  }

  private Optional<HttpAnswer> deviceMissing(Line line) {
    return line.deviceId().filter(id -> stores.devices().find(id).isEmpty()).isPresent()
        ? Optional.of(AdminAnswers.DEVICE_NOT_FOUND)
        : Optional.empty();
  }

  /** Keeps what the probe said, unless the line became another one meanwhile. */
  LineCall.Stored probed(LineCall.Stored call, SenderHealth health) {
    var probed = call.line();
    stores
        .lines()
        .change(
            probed.workspaceId(),
            probed.id(),
            stored ->
                stored.carrier().equals(probed.carrier())
                    ? stored.withAccountHealth(health)
                    : stored)
        .filter(stored -> stored.carrier().equals(probed.withAccountHealth(health).carrier()))
        .ifPresent(stored -> senders.changed(stored, now()));
    return new LineCall.Stored(call.status(), probed.withAccountHealth(health), false);
  }

  HttpAnswer answer(LineCall call) {
    return call instanceof LineCall.Refused refused
        ? refused.answer()
        : shown((LineCall.Stored) call);
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
                        .put("lines", page.items().stream().map(AdminJson::line).toList())
                        .put("pagination", Paging.json(page))));
  }

  /** A workspace has few lines: the store hands out all of them. */
  private Page<Line> page(Workspace workspace, PageRequest paging) {
    var all = stores.lines().ofWorkspace(workspace.id());
    var items = all.stream().skip(paging.offset()).limit(paging.limit()).toList();
    return new Page<>(items, paging, all.size());
  }

  LineCall change(HttpRequest request) {
    return gate.admitJson(request)
        .then(json -> directory.line(request).then(current -> changed(json.body(), current)))
        .fold(this::told, LineCall.Refused::new);
  }

  private LineCall told(LineCall.Stored changed) {
    senders.changed(changed.line(), now());
    return changed;
  }

  /** Another account is probed like a new one, and so is one that answers had stopped. */
  private OrAnswer<LineCall.Stored> changed(JsonReader body, Line current) {
    return OrAnswer.of(stores.workspaces().find(current.workspaceId()), AdminAnswers.LINE_NOT_FOUND)
        .then(workspace -> stored(body, current, workspace))
        .map(line -> new LineCall.Stored(200, line, !line.carrier().equals(current.carrier())));
  }

  private OrAnswer<Line> stored(JsonReader body, Line current, Workspace workspace) {
    var amendment =
        new Amendment<Line>(
            line -> words.changed(body, line, workspace, now()).map(this::restarted),
            AdminAnswers.LINE_NOT_FOUND);
    // Once before the store is asked to write: what is refused does not get there.
    return words
        .changed(body, current, workspace, now())
        .then(
            allowed ->
                amendment.outcome(
                    stores.lines().change(workspace.id(), current.id(), amendment),
                    AdminAnswers.LINE_ADDRESS_IN_USE));
  }

  private Line restarted(Line line) {
    return line.accountHealth().filter(health -> health.isStopped(now())).isPresent()
        ? line.withAccountHealth(SenderHealth.unknown())
        : line;
  }

  /** The line goes first, so that nothing new is given to it while its messages move away. */
  private HttpAnswer delete(HttpRequest request) {
    return directory
        .line(request)
        .answered(
            line -> {
              stores.lines().delete(line.id());
              waiting.leaveLine(line.id(), now());
              return HttpAnswer.of(
                  200, new JsonFields().put("success", true).put("line", AdminJson.line(line)));
            });
  }

  private static boolean hasAccount(Line line) {
    return line.accountHealth().isPresent();
  }

  private static HttpAnswer shown(LineCall.Stored call) {
    return HttpAnswer.of(call.status(), new JsonFields().put("line", AdminJson.line(call.line())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
