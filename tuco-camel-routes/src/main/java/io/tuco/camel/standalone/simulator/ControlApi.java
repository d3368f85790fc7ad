package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The strings behind the stage (settled answers, item 3): what was asked, what left, what goes
 * wrong next, and what people write back. It has no password; it is on loopback, and what comes
 * from a web page is refused.
 */
final class ControlApi {

  static final String PATH = "/control";

  private final RelayState state;
  private final Faults faults;
  private final Ledger ledger;
  private final Arrivals arrivals;

  ControlApi(RelayState state, Faults faults, Ledger ledger, Arrivals arrivals) {
    this.state = state;
    this.faults = faults;
    this.ledger = ledger;
    this.arrivals = arrivals;
  }

  static boolean isFor(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  void enter(HttpServerRequest request) {
    RelayBody.read(request)
        .compose(body -> answer(request, body.fields()))
        .otherwise(ControlApi::failed)
        .onSuccess(answer -> HttpAnswers.write(request.response(), answer));
  }

  private Future<RelayAnswer> answer(HttpServerRequest request, JsonNode input) {
    if (request.headers().contains("origin")) {
      return Future.succeededFuture(refused(403, "Web pages have no business here."));
    }
    var operation = request.method().name() + request.path().substring(PATH.length());
    return switch (operation) {
      case "GET/health" -> ok(health());
      case "GET/sent" -> sent(request.params());
      case "GET/requests" -> ok(list("requests", requests()));
      case "GET/faults" -> ok(list("faults", armed()));
      case "POST/faults" -> arm(input);
      case "DELETE/faults" -> ok(Json.object().put("cleared", faults.clear()));
      case "POST/receive" -> arrivals.receive(input).map(ControlApi::answer);
      case "POST/receipt" -> arrivals.receipt(input).map(ControlApi::answer);
      default -> Future.succeededFuture(refused(404, "No such control: " + operation));
    };
  }

  private ObjectNode health() {
    var devices = Json.object();
    state
        .devices()
        .forEach(
            device ->
                devices
                    .putObject(device.name())
                    .put("messages", device.table().size())
                    .put("inFlight", device.inFlight())
                    .put("webhooks", device.webhooks().all().size()));
    return Json.object()
        .put("ok", true)
        .put("pid", ProcessHandle.current().pid())
        .set("devices", devices);
  }

  /** {@code after} and {@code device} narrow a list that may have become long. */
  private Future<RelayAnswer> sent(MultiMap query) {
    var after = Optional.ofNullable(query.get("after")).orElse("0");
    if (!after.matches("\\d{1,18}")) {
      return Future.succeededFuture(refused(400, "The after must be a number."));
    }
    var device = Optional.ofNullable(query.get("device"));
    var messages =
        state.sent().after(Long.parseLong(after)).stream()
            .filter(sent -> device.isEmpty() || device.get().equals(sent.device()))
            .toList();
    return ok(list("sent", Json.array(messages, SentJson::json)));
  }

  private JsonNode requests() {
    return Json.array(state.requests().all(), RequestRecord::json);
  }

  private JsonNode armed() {
    return Json.array(faults.armed(), FaultJson::json);
  }

  private Future<RelayAnswer> arm(JsonNode order) {
    var complaint = FaultJson.complaint(order);
    if (complaint.isPresent()) {
      return Future.succeededFuture(refused(400, complaint.get()));
    }
    faults.arm(FaultJson.from(order, ledger.now()));
    return ok(list("faults", armed()));
  }

  private static RelayAnswer answer(Arrivals.Arrival arrival) {
    return arrival
        .complaint()
        .map(text -> refused(400, text))
        .orElseGet(() -> RelayAnswer.json(200, arrival.json()));
  }

  private static RelayAnswer failed(Throwable failure) {
    if (failure instanceof JsonProcessingException) {
      return refused(400, "The body must be JSON.");
    }
    return failure instanceof IllegalArgumentException
        ? refused(400, String.valueOf(failure.getMessage()))
        : refused(500, failure.getClass().getSimpleName());
  }

  private static JsonNode list(String name, JsonNode values) {
    return Json.object().set(name, values);
  }

  private static Future<RelayAnswer> ok(JsonNode body) {
    return Future.succeededFuture(RelayAnswer.json(200, body));
  }

  private static RelayAnswer refused(int status, String text) {
    return RelayAnswer.json(status, Json.object().put("error", text));
  }
}
