package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.engine.WaitingMessages;
import io.tuco.core.line.Line;
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
  private final WaitingMessages waiting;
  private final IdGenerator ids;
  private final Clock clock;

  LineApi(AdminParts parts, AdminDirectory directory) {
    this.stores = parts.stores();
    this.directory = directory;
    this.waiting = parts.waiting();
    this.ids = parts.ids();
    this.clock = parts.clock();
  }

  List<Served> served(AdminGate gate) {
    return List.of(
        gate.telling(AdminOperation.CREATE_LINE, this::create),
        gate.asking(AdminOperation.LIST_LINES, this::list),
        gate.telling(AdminOperation.CHANGE_LINE, this::change),
        gate.asking(AdminOperation.DELETE_LINE, this::delete));
  }

  private HttpAnswer create(HttpRequest request, JsonReader body) {
    return directory
        .workspace(request)
        .then(workspace -> LineWords.draft(body, ids.objectId(), workspace, now()))
        .unless(this::deviceMissing)
        .unless(
            line ->
                stores.lines().insert(line)
                    ? Optional.empty()
                    : Optional.of(AdminAnswers.LINE_ADDRESS_IN_USE))
        .answered(line -> answer(201, line));
  }

  private Optional<HttpAnswer> deviceMissing(Line line) {
    return line.deviceId().flatMap(id -> stores.devices().find(id)).isPresent()
        ? Optional.empty()
        : Optional.of(AdminAnswers.DEVICE_NOT_FOUND);
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

  private HttpAnswer change(HttpRequest request, JsonReader body) {
    return directory
        .line(request)
        .then(current -> changed(body, current))
        .unless(
            changed ->
                stores.lines().update(changed)
                    ? Optional.empty()
                    : Optional.of(AdminAnswers.LINE_ADDRESS_IN_USE))
        .answered(changed -> answer(200, changed));
  }

  private OrAnswer<Line> changed(JsonReader body, Line current) {
    return OrAnswer.of(stores.workspaces().find(current.workspaceId()), AdminAnswers.LINE_NOT_FOUND)
        .then(workspace -> LineWords.changed(body, current, workspace, now()));
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

  private static HttpAnswer answer(int status, Line line) {
    return HttpAnswer.of(status, new JsonFields().put("line", AdminJson.line(line)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
