package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmFailure;
import java.util.Optional;
import java.util.Set;

/**
 * The batch of one by which the contact of an e-mail is found or made. It writes the e-mail alone:
 * what else it wrote would replace what is there.
 *
 * @param trace ours, by which HubSpot says whose result one is
 */
record Upsert(EmailAddress email, String trace) {

  private static final Set<String> FOR_GOOD =
      Set.of("VALIDATION_ERROR", "CONFLICT", "OBJECT_NOT_FOUND", "OBJECT_ALREADY_EXISTS");

  CrmCall call() {
    var body = Json.object();
    var input = body.putArray("inputs").addObject();
    input.put("id", email.value()).put("idProperty", Properties.EMAIL);
    input.putObject("properties").put(Properties.EMAIL, email.value());
    input.put("objectWriteTraceId", trace);
    return Calls.repeatable(ContactPaths.CONTACTS + "/batch/upsert", body);
  }

  /** Ours among the results; HubSpot may leave the trace out. */
  Optional<JsonNode> result(JsonNode answer) {
    var results = answer.path("results");
    for (var result : results) {
      if (Json.field(result, "objectWriteTraceId").filter(trace::equals).isPresent()) {
        return Optional.of(result);
      }
    }
    return results.size() == 1 && !results.path(0).hasNonNull("objectWriteTraceId")
        ? Optional.of(results.path(0))
        : Optional.empty();
  }

  /** The error of the one input, where there is one: 207 is a success only item by item. */
  Optional<JsonNode> error(JsonNode answer) {
    return Optional.of(answer.path("errors").path(0)).filter(JsonNode::isObject);
  }

  static CrmFailure failure(JsonNode error) {
    var category = Json.field(error, "category").orElse("");
    return FOR_GOOD.contains(category)
        ? CrmFailure.refused("HubSpot refused the contact: " + category)
        : CrmFailure.later("HubSpot could not write the contact yet");
  }
}
