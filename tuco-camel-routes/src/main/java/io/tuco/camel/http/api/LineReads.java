package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LineJson;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;

/** The lines a key may use (API contract, section 7). */
final class LineReads {

  private final Stores stores;

  LineReads(Stores stores) {
    this.stores = stores;
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_LINES, gate.reading(Scope.LINES_READ, this::list)));
  }

  private HttpAnswer list(ApiCall call) {
    var lines =
        stores.lines().ofWorkspace(call.workspaceId()).stream()
            .filter(line -> call.access().key().reaches(line.id()))
            .map(line -> LineJson.of(line, health(line)))
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("lines", lines));
  }

  private SenderHealth health(Line line) {
    return line.accountHealth()
        .or(() -> line.deviceId().flatMap(id -> stores.devices().find(id)).map(Device::health))
        .orElseGet(SenderHealth::unknown);
  }
}
