package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmCall;
import java.util.stream.Collectors;

/** The calls of one contact (HubSpot contract, section 2). */
final class ContactPaths {

  static final String CONTACTS = "/crm/v3/objects/contacts";

  private ContactPaths() {}

  static CrmCall read(String id, ConnectionMapping mapping) {
    return Calls.get(CONTACTS + "/" + id + "?" + properties(mapping));
  }

  static CrmCall change(String id, JsonNode properties) {
    return Calls.patch(CONTACTS + "/" + id, Json.object().set("properties", properties));
  }

  static CrmCall create(JsonNode properties) {
    var body = Json.object();
    body.set("properties", properties);
    body.putArray("associations");
    return Calls.make(CONTACTS, body);
  }

  static String properties(ConnectionMapping mapping) {
    return Properties.wanted(mapping).stream()
        .map(Calls::escaped)
        .collect(Collectors.joining(",", "properties=", ""));
  }
}
