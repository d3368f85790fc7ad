package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LineJson;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines a key may use, and how they are (API contract, section 7). */
final class LineReads {

  private static final HttpAnswer NO_ID = HttpAnswer.error(400, "Line ID is required");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Line not found");

  private final Stores stores;
  private final Clock clock;

  LineReads(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_LINES, gate.reading(Scope.LINES_READ, this::list)),
        new Served(ApiOperations.LINE_HEALTH, gate.reading(Scope.LINES_READ, this::health)));
  }

  private HttpAnswer health(ApiCall call) {
    return OrAnswer.of(call.request().queryParameter("id").map(String::strip), NO_ID)
        .then(id -> OrAnswer.of(find(call, id), NOT_FOUND))
        .unless(line -> LineAccess.refusal(call, line.id()))
        .answered(this::shown);
  }

  private Optional<Line> find(ApiCall call, String id) {
    return Optional.of(id)
        .filter(ObjectIds::isOne)
        .flatMap(known -> stores.lines().find(call.workspaceId(), known));
  }

  private HttpAnswer shown(Line line) {
    var health = health(line, lane(line));
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("success", true)
            .put("lineId", line.id())
            .put("status", health.isHealthy() ? "healthy" : "down")
            .put("failures", health.failures())
            .putIf("checkedAt", health.checkedAt())
            .put("shouldNotify", !health.isHealthy())
            .put("notificationSent", isDown(health) && isTold(line)));
  }

  private static boolean isDown(SenderHealth health) {
    return health.state() == SenderHealth.State.DOWN;
  }

  /** Whether an endpoint of the workspace has taken the {@code line.down} of this outage. */
  private boolean isTold(Line line) {
    var workspace = line.workspaceId();
    return stores.lines().latestOutage(workspace, line.id()).stream()
        .flatMap(
            outage ->
                stores.webhooks().ofWorkspace(workspace).stream()
                    .map(endpoint -> Delivery.keyFor(outage, endpoint.id())))
        .flatMap(key -> stores.deliveries().find(workspace, key).stream())
        .anyMatch(delivery -> delivery.status() == DeliveryStatus.DELIVERED);
  }

  private HttpAnswer list(ApiCall call) {
    var lines =
        stores.lines().ofWorkspace(call.workspaceId()).stream()
            .filter(line -> call.access().key().reaches(line.id()))
            .map(line -> listed(call, line, lane(line)))
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("lines", lines));
  }

  private Map<String, @Nullable Object> listed(ApiCall call, Line line, Lane lane) {
    return LineJson.of(line, health(line, lane), usage(call, lane.usageOf(line.id())));
  }

  private Lane lane(Line line) {
    return stores.lanes().find(line.laneId()).orElseGet(() -> Lane.unused(line.laneId()));
  }

  /** Today, as the workspace counts its days. */
  private LineUsage usage(ApiCall call, LineUsage usage) {
    var now = clock.instant();
    return usage.at(call.access().workspace().capDays().dayOf(now), CapDays.hourOf(now));
  }

  /** Of its sender; a good answer to a probe does not make up for sends that all fail. */
  private SenderHealth health(Line line, Lane lane) {
    var health =
        line.accountHealth()
            .or(() -> line.deviceId().flatMap(id -> stores.devices().find(id)).map(Device::health))
            .orElseGet(SenderHealth::unknown);
    return health.isHealthy() && lane.failures() >= DispatchSettings.FAILURES_UNTIL_DOWN
        ? health.down(
            lane.failures() + " failed sends in a row",
            health.checkedAt().orElseGet(clock::instant))
        : health;
  }
}
