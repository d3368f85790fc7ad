package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.line.Line;
import io.tuco.core.line.SpamRisk;
import io.tuco.core.store.LineTally;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of what each line sent in the last day failed (API contract, section 7). */
final class SpamMonitor {

  private static final Duration DAY = Duration.ofHours(24);

  private final Stores stores;
  private final Clock clock;

  SpamMonitor(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  List<Served> served(ApiGate gate) {
    return List.of(new Served(ApiOperations.LINE_SPAM, gate.reading(Scope.LINES_READ, this::read)));
  }

  private HttpAnswer read(ApiCall call) {
    var lines =
        stores.lines().ofWorkspace(call.workspaceId()).stream()
            .filter(line -> call.access().key().reaches(line.id()))
            .toList();
    var tallies =
        stores
            .messages()
            .tallies(
                call.workspaceId(),
                lines.stream().map(Line::id).toList(),
                clock.instant().minus(DAY));
    var rows =
        lines.stream()
            .map(line -> row(line, tallies.getOrDefault(line.id(), LineTally.nothing())))
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("lines", rows));
  }

  private static Map<String, @Nullable Object> row(Line line, LineTally tally) {
    var risk = SpamRisk.of(tally.failed(), tally.total());
    return new JsonFields()
        .put("lineId", line.id())
        .putIf("linePhone", line.phone().map(Address::value))
        .put("lineType", "byon")
        .put("totalSentLast24h", tally.total())
        .put("failedLast24h", tally.failed())
        .put("failureRate", percent(tally))
        .put("consecutiveFailures", tally.failedInARow())
        .put("spamRisk", risk.wire())
        .put("recommendation", recommendation(risk, tally.failedInARow()))
        .tree();
  }

  /** Of a hundred, to one decimal place. */
  private static double percent(LineTally tally) {
    return tally.total() == 0 ? 0 : Math.round(1_000.0 * tally.failed() / tally.total()) / 10.0;
  }

  private static String recommendation(SpamRisk risk, long inARow) {
    if (inARow >= DispatchSettings.FAILURES_UNTIL_DOWN) {
      return "The line is down: " + inARow + " sends failed in a row. Check its device.";
    }
    return switch (risk) {
      case LOW -> "No action needed.";
      case MEDIUM -> "Slow down new conversations on this line and look at why sends fail.";
      case HIGH -> "Pause new conversations on this line until its sends succeed again.";
    };
  }
}
