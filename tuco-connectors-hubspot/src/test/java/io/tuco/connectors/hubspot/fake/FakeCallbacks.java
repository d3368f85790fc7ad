package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Workflow actions that wait to be completed (HubSpot contract, section 6). */
final class FakeCallbacks {

  private static final Pattern ONE =
      Pattern.compile("POST /automation/v4/actions/callbacks/([^/]+)/complete");
  private static final String DATED = "POST /automation/actions/callbacks/2026-03/complete";

  private final Set<String> waiting = new LinkedHashSet<>();
  private final Map<String, JsonNode> completed = new LinkedHashMap<>();

  void expect(String callback) {
    waiting.add(callback);
  }

  /** What each was completed with: its {@code outputFields}. */
  Map<String, JsonNode> completed() {
    return completed;
  }

  Reply answer(FakeCall call) {
    var one = ONE.matcher(call.operation());
    if (one.matches()) {
      return complete(one.group(1), Json.of(call));
    }
    if (!call.operation().equals(DATED)) {
      return FakeContacts.missing();
    }
    var input = Json.of(call).path("inputs").path(0);
    return input instanceof ObjectNode result
        ? complete(result.path("callbackId").asText(), result)
        : Json.error(400, "VALIDATION_ERROR", "inputs are required");
  }

  private Reply complete(String callback, ObjectNode result) {
    if (!waiting.remove(callback)) {
      return FakeContacts.missing();
    }
    completed.put(callback, result.path("outputFields"));
    return new Reply(204, Map.of(), new byte[0]);
  }
}
