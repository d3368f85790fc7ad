package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tuco.core.crm.CrmCall;
import java.util.List;

/** A search for contacts (HubSpot contract, section 2). */
final class SearchRequest {

  /** One condition; those of a group must all hold. */
  record Filter(String property, String operator, String value) {

    static Filter is(String property, String value) {
      return new Filter(property, "EQ", value);
    }
  }

  private SearchRequest() {}

  static CrmCall call(JsonNode request) {
    return Calls.search("/crm/v3/objects/contacts/search", request);
  }

  /**
   * All five keys are always sent.
   *
   * @param groups one of them must hold
   * @param sorts properties, ascending
   */
  static JsonNode of(
      List<List<Filter>> groups,
      List<String> properties,
      int limit,
      String after,
      String... sorts) {
    var request = Json.object();
    var filterGroups = request.putArray("filterGroups");
    for (var group : groups) {
      var filters = filterGroups.addObject().putArray("filters");
      group.forEach(filter -> put(filters, filter));
    }
    var wanted = request.putArray("properties");
    properties.forEach(wanted::add);
    request.put("limit", limit).put("after", after);
    var order = request.putArray("sorts");
    List.of(sorts).forEach(order::add);
    return request;
  }

  private static void put(ArrayNode filters, Filter filter) {
    filters
        .addObject()
        .put("propertyName", filter.property())
        .put("operator", filter.operator())
        .put("value", filter.value());
  }
}
