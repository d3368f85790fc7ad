package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmCall;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A kind of record that carries what was said (HubSpot contract, section 3).
 *
 * @param path the objects' name in paths
 * @param bodyProperty where the text goes
 * @param association the type of the association with a contact
 */
record Engagement(String path, String bodyProperty, int association) {

  static final String TIMESTAMP = "hs_timestamp";

  static Engagement communication(int association) {
    return new Engagement("communications", "hs_communication_body", association);
  }

  static Engagement note(int association) {
    return new Engagement("notes", "hs_note_body", association);
  }

  CrmCall write(CrmActivity activity) {
    var body = Json.object();
    body.set("properties", properties(activity));
    var link = body.putArray("associations").addObject();
    link.putObject("to").put("id", activity.contactId());
    link.putArray("types")
        .addObject()
        .put("associationCategory", "HUBSPOT_DEFINED")
        .put("associationTypeId", association);
    return Calls.make("/crm/v3/objects/" + path, body);
  }

  private JsonNode properties(CrmActivity activity) {
    var properties = isNote() ? Json.object() : ofText();
    return properties
        .put(bodyProperty, text(activity))
        .put(TIMESTAMP, activity.at().truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static ObjectNode ofText() {
    return Json.object()
        .put("hs_communication_channel_type", "SMS")
        .put("hs_communication_logged_from", "CRM");
  }

  /** A note is HTML. */
  String text(CrmActivity activity) {
    var text = ActivityText.of(activity);
    return isNote()
        ? text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        : text;
  }

  private boolean isNote() {
    return path.equals("notes");
  }

  CrmCall associated(String contactId, String after) {
    var from = after.isEmpty() ? "" : "&after=" + Calls.escaped(after);
    return Calls.get(
        "/crm/v4/objects/contacts/" + contactId + "/associations/" + path + "?limit=500" + from);
  }

  CrmCall read(List<String> ids) {
    var body = Json.object();
    body.putArray("properties").add(bodyProperty).add(TIMESTAMP);
    body.putArray("propertiesWithHistory");
    var inputs = body.putArray("inputs");
    ids.forEach(id -> inputs.addObject().put("id", id));
    return Calls.repeatable("/crm/v3/objects/" + path + "/batch/read", body);
  }
}
