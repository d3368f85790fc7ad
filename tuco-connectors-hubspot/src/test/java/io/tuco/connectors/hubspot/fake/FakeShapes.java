package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.FakeCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds requests against the shapes of the HubSpot contract: nothing missing, nothing more. */
final class FakeShapes {

  private static final Set<String> OPERATORS =
      Set.of(
          "BETWEEN",
          "CONTAINS_TOKEN",
          "EQ",
          "GT",
          "GTE",
          "HAS_PROPERTY",
          "IN",
          "LT",
          "LTE",
          "NEQ",
          "NOT_CONTAINS_TOKEN",
          "NOT_HAS_PROPERTY",
          "NOT_IN");

  private final FakeCall call;
  private final List<String> flaws = new ArrayList<>();

  private FakeShapes(FakeCall call) {
    this.call = call;
  }

  static List<String> flaws(FakeCall call) {
    var shapes = new FakeShapes(call);
    shapes.judge();
    return shapes.flaws.stream().map(flaw -> call.operation() + ": " + flaw).toList();
  }

  private void judge() {
    if (call.path().startsWith("/oauth/")) {
      form();
      return;
    }
    mustBe(call.header("authorization").orElse("").matches("Bearer \\S+"), "no bearer token");
    if (call.method().equals("GET")) {
      mustBe(call.body().length == 0, "a GET with a body");
      return;
    }
    mustBe(
        call.header("content-type").orElse("").startsWith("application/json"), "not sent as JSON");
    body(Json.of(call));
  }

  private void form() {
    var fields = new TreeSet<>(call.form().keySet());
    fields.removeAll(
        Set.of(
            "grant_type", "client_id", "client_secret", "refresh_token", "code", "redirect_uri"));
    mustBe(fields.isEmpty(), "unknown fields " + fields);
    mustBe(call.header("authorization").isEmpty(), "a token in the call for tokens");
    mustBe(
        call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded"),
        "not sent as a form");
  }

  private void body(JsonNode body) {
    var path = call.path();
    if (path.endsWith("/contacts/search")) {
      search(body);
    } else if (path.endsWith("/batch/upsert")) {
      upsert(body);
    } else if (path.endsWith("/batch/read")) {
      keys(body, "properties", "propertiesWithHistory", "inputs");
      mustBe(body.path("inputs").size() <= 100, "more than 100 inputs");
    } else if (path.startsWith("/crm/v3/objects/")) {
      record(body);
    } else if (path.equals("/integrators/timeline/v3/events")) {
      keys(body, "eventTemplateId", "id", "tokens", "objectId", "timestamp", "extraData");
    } else if (path.startsWith("/automation/")) {
      completion(body.has("inputs") ? body.path("inputs").path(0) : body);
    } else {
      flaws.add("not in the contract");
    }
  }

  private void record(JsonNode body) {
    if (call.method().equals("PATCH")) {
      keys(body, "properties");
      mustBe(!body.path("properties").isEmpty(), "nothing to change");
    } else {
      keys(body, "properties", "associations");
    }
    strings(body.path("properties"));
  }

  private void upsert(JsonNode body) {
    keys(body, "inputs");
    mustBe(body.path("inputs").size() >= 1 && body.path("inputs").size() <= 100, "1 to 100 inputs");
    for (var input : body.path("inputs")) {
      keys(input, "id", "idProperty", "properties", "objectWriteTraceId");
      strings(input.path("properties"));
    }
  }

  private void search(JsonNode body) {
    keys(body, "filterGroups", "properties", "limit", "after", "sorts");
    mustBe(body.path("filterGroups").size() <= 6, "more than six groups");
    mustBe(body.path("limit").asInt() <= 200, "more than 200 asked for");
    mustBe(body.path("after").isTextual(), "after is a string");
    for (var group : body.path("filterGroups")) {
      keys(group, "filters");
      for (var filter : group.path("filters")) {
        keys(filter, "propertyName", "operator", "value");
        mustBe(OPERATORS.contains(filter.path("operator").asText()), "unknown operator");
        mustBe(filter.path("value").isTextual(), "a value is a string");
      }
    }
    body.path("sorts").forEach(sort -> mustBe(sort.isTextual(), "a sort is a string"));
  }

  private void completion(JsonNode result) {
    var wanted = new TreeSet<>(Set.of("outputFields", "typedOutputs"));
    if (result.has("callbackId")) {
      wanted.add("callbackId");
    }
    keys(result, wanted.toArray(new String[0]));
    var state = result.path("outputFields").path("hs_execution_state").asText();
    mustBe(Set.of("SUCCESS", "FAIL_CONTINUE").contains(state), "no such end: " + state);
    strings(result.path("outputFields"));
  }

  private void strings(JsonNode properties) {
    properties.forEach(value -> mustBe(value.isTextual(), "a property that is no string"));
  }

  private void keys(JsonNode object, String... wanted) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    mustBe(names.equals(new TreeSet<>(List.of(wanted))), "keys are " + names);
  }

  private void mustBe(boolean holds, String flaw) {
    if (!holds) {
      flaws.add(flaw);
    }
  }
}
