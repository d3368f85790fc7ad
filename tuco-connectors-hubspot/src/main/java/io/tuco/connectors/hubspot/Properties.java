package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmContact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A HubSpot contact as a contact of ours (HubSpot contract, section 2). Values are strings. */
final class Properties {

  static final String FIRST_NAME = "firstname";
  static final String LAST_NAME = "lastname";
  static final String COMPANY = "company";
  static final String JOB_TITLE = "jobtitle";
  static final String PHONE = "phone";
  static final String MOBILE = "mobilephone";
  static final String EMAIL = "email";
  static final String OWNER = "hubspot_owner_id";
  static final String CHANGED = "lastmodifieddate";

  /** Of the mapping: the property that says that nobody may write. */
  static final String OPT_OUT = "optOutProperty";

  private static final List<String> PLAIN =
      List.of(FIRST_NAME, LAST_NAME, COMPANY, JOB_TITLE, PHONE, MOBILE, EMAIL, OWNER, CHANGED);

  private Properties() {}

  /** What a contact is asked for: what every lead has, and what the workspace has mapped. */
  static List<String> wanted(ConnectionMapping mapping) {
    var names = new ArrayList<>(PLAIN);
    Stream.concat(
            mapping.customFields().keySet().stream().sorted(), mapping.option(OPT_OUT).stream())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /** Of a record {@code {id, properties, updatedAt}}; empty for anything else. */
  static Optional<CrmContact> contact(JsonNode record, ConnectionMapping mapping) {
    var of = record.path("properties");
    return Json.field(record, "id")
        .filter(Calls::isRecordId)
        .map(
            id ->
                new CrmContact(
                    id,
                    Json.field(of, FIRST_NAME),
                    Json.field(of, LAST_NAME),
                    texts(of, PHONE, MOBILE),
                    texts(of, EMAIL),
                    Json.field(of, COMPANY),
                    Json.field(of, JOB_TITLE),
                    List.of(),
                    custom(of, mapping),
                    Json.field(of, OWNER),
                    optedOut(of, mapping),
                    changedAt(record)));
  }

  static boolean isArchived(JsonNode record) {
    return record.path("archived").asBoolean(false);
  }

  static Optional<Instant> changedAt(JsonNode record) {
    return Json.field(record.path("properties"), CHANGED)
        .or(() -> Json.field(record, "updatedAt"))
        .flatMap(Properties::instant);
  }

  private static List<String> texts(JsonNode properties, String... names) {
    return Stream.of(names)
        .flatMap(name -> Json.field(properties, name).stream())
        .distinct()
        .toList();
  }

  private static Map<String, String> custom(JsonNode properties, ConnectionMapping mapping) {
    var fields = new LinkedHashMap<String, String>();
    mapping
        .customFields()
        .forEach(
            (property, key) ->
                Json.field(properties, property).ifPresent(value -> fields.put(key, value)));
    return fields;
  }

  private static Optional<String> optedOut(JsonNode properties, ConnectionMapping mapping) {
    return mapping
        .option(OPT_OUT)
        .flatMap(property -> Json.field(properties, property))
        .filter("true"::equalsIgnoreCase)
        .map(value -> "Opted out in HubSpot");
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.matches("[0-9]{1,15}")
              ? Instant.ofEpochMilli(Long.parseLong(text))
              : Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
