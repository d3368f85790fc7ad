package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The checks of a request's fields with the texts of the real server's validator. The first
 * complaint wins and is the answer, so the order of the calls matters.
 */
final class FieldRules {

  private final JsonNode fields;
  private Optional<String> complaint = Optional.empty();

  FieldRules(JsonNode fields) {
    this.fields = fields;
  }

  FieldRules required(String name) {
    return refuseIf(isBlank(name), "The " + name + " field is required.");
  }

  /** The key must be there; it may say nothing. */
  FieldRules present(String name) {
    return refuseIf(
        !fields.has(name), "The " + name + " field must be present (but can be empty).");
  }

  FieldRules text(String name) {
    return refuseIf(given(name, value -> !value.isTextual()), "The " + name + " must be a string.");
  }

  FieldRules array(String name) {
    return refuseIf(
        given(name, value -> !value.isArray()), "The " + name + " attribute has errors.");
  }

  FieldRules oneOf(String name, String... allowed) {
    var names = List.of(allowed);
    return refuseIf(
        given(name, value -> !names.contains(value.asText())),
        "The selected " + name + " is invalid.");
  }

  FieldRules atLeast(String name, int least) {
    return number(name)
        .refuseIf(
            given(name, value -> value.asDouble() < least),
            "The " + name + " must be at least " + least + ".");
  }

  FieldRules atMost(String name, int most) {
    return number(name)
        .refuseIf(
            given(name, value -> value.asDouble() > most),
            "The " + name + " may not be greater than " + most + ".");
  }

  /** A rule of one call alone, in that call's own words. */
  FieldRules refuseIf(boolean broken, String text) {
    if (broken && complaint.isEmpty()) {
      complaint = Optional.of(text);
    }
    return this;
  }

  Optional<String> complaint() {
    return complaint;
  }

  private FieldRules number(String name) {
    return refuseIf(given(name, value -> !isNumber(value)), "The " + name + " must be a number.");
  }

  /** Form fields are text, so a number in text will do. */
  private static boolean isNumber(JsonNode value) {
    return value.isNumber() || value.asText().matches("-?\\d+(\\.\\d+)?");
  }

  private boolean given(String name, Predicate<JsonNode> broken) {
    return !isBlank(name) && broken.test(fields.path(name));
  }

  private boolean isBlank(String name) {
    var value = fields.path(name);
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual() && value.asText().isBlank()
        || value.isArray() && value.isEmpty();
  }
}
