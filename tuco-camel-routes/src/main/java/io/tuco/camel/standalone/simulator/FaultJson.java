package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Faults as the control endpoint takes and shows them (settled answers, item 3). Additions: {@code
 * device}; {@code sent:false} lets nothing leave with {@code error_null_data}; {@code late:true}
 * lets a stalled message leave at the end of the stall instead of its beginning.
 */
final class FaultJson {

  private static final String NAMES =
      Arrays.stream(FaultKind.values()).map(FaultKind::wireName).collect(Collectors.joining(", "));

  private FaultJson() {}

  static Optional<String> complaint(JsonNode order) {
    var name = order.path("fault").asText("");
    return new FieldRules(order)
        .required("fault")
        .refuseIf(FaultKind.named(name).isEmpty(), "The fault must be one of: " + NAMES)
        .atLeast("times", 1)
        .text("address")
        .text("device")
        .atLeast("seconds", 0)
        .refuseIf(
            name.equals(FaultKind.STALL.wireName()) && !order.has("seconds"),
            "A stall needs seconds.")
        .complaint();
  }

  /** Reads an order about which there is no complaint. */
  static Fault from(JsonNode order, Instant now) {
    var kind = FaultKind.named(order.path("fault").asText()).orElseThrow();
    var aim = new Fault.Aim(Json.string(order, "device"), Json.string(order, "address"));
    var seconds = Duration.ofMillis(Math.round(order.path("seconds").asDouble() * 1000));
    var ends = kind == FaultKind.DOWN && order.has("seconds");
    return new Fault(
        kind,
        aim,
        times(order, kind, ends),
        ends ? Optional.of(now.plus(seconds)) : Optional.empty(),
        seconds,
        leaving(order));
  }

  static ObjectNode json(Fault fault) {
    var node = Json.object().put("fault", fault.kind().wireName());
    fault.aim().device().ifPresent(device -> node.put("device", device));
    fault.aim().address().ifPresent(address -> node.put("address", address));
    fault.until().ifPresent(until -> node.put("until", Json.iso(until)));
    return fault.times() == Fault.ALWAYS ? node : node.put("times", fault.times());
  }

  /** Once, but for what lasts by nature: an outage with an end, and having no iMessage. */
  private static int times(JsonNode order, FaultKind kind, boolean ends) {
    var lasts = ends || kind == FaultKind.NO_IMESSAGE;
    return order.path("times").asInt(lasts ? Fault.ALWAYS : 1);
  }

  private static Fault.Leaving leaving(JsonNode order) {
    if (!order.path("sent").asBoolean(true)) {
      return Fault.Leaving.NEVER;
    }
    return order.path("late").asBoolean()
        ? Fault.Leaving.WITH_THE_ANSWER
        : Fault.Leaving.BEFORE_THE_ANSWER;
  }
}
