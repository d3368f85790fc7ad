package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LineJson;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.util.List;

/** The lines a key may use (API contract, section 7). */
final class LineReads {

  private final Stores stores;
  private final Clock clock;

  LineReads(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_LINES, gate.reading(Scope.LINES_READ, this::list)));
  }

  private HttpAnswer list(ApiCall call) {
    var lines =
        stores.lines().ofWorkspace(call.workspaceId()).stream()
            .filter(line -> call.access().key().reaches(line.id()))
            .map(line -> LineJson.of(line, health(line), usage(call, line)))
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("lines", lines));
  }

  /** Today, as the workspace counts its days. */
  private LineUsage usage(ApiCall call, Line line) {
    var now = clock.instant();
    return stores
        .lanes()
        .find(line.laneId())
        .map(lane -> lane.usageOf(line.id()))
        .orElseGet(LineUsage::nothing)
        .at(call.access().workspace().capDays().dayOf(now), CapDays.hourOf(now));
  }

  private SenderHealth health(Line line) {
    return line.accountHealth()
        .or(() -> line.deviceId().flatMap(id -> stores.devices().find(id)).map(Device::health))
        .orElseGet(SenderHealth::unknown);
  }
}
