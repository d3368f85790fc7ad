package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmContact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contact as GHL writes it, in answers, searches and webhooks (contract, section 2). */
final class ContactJson {

  private static final Set<String> BARRED = Set.of("active", "permanent");

  private ContactJson() {}

  /** Empty for what is no contact. */
  static Optional<CrmContact> read(JsonNode json, ConnectionMapping mapping) {
    return GhlJson.text(json, "id", "contactId", "contact_id")
        .map(
            id ->
                new CrmContact(
                    id,
                    GhlJson.text(json, "firstName", "firstNameRaw", "first_name"),
                    GhlJson.text(json, "lastName", "lastNameRaw", "last_name"),
                    addresses(json, "phone", "additionalPhones"),
                    addresses(json, "email", "additionalEmails"),
                    GhlJson.text(json, "companyName", "businessName"),
                    Optional.empty(),
                    GhlJson.texts(json.path("tags")),
                    customFields(json.path("customFields"), mapping),
                    GhlJson.text(json, "assignedTo"),
                    optedOut(json),
                    GhlJson.text(json, "dateUpdated").flatMap(ContactJson::instant)));
  }

  /** ISO with or without an offset of its own, or milliseconds. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.matches("[0-9]{11,14}")
              ? Instant.ofEpochMilli(Long.parseLong(text))
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> addresses(JsonNode json, String main, String more) {
    return Stream.concat(
            GhlJson.text(json, main).stream(),
            GhlJson.elements(json.path(more))
                .flatMap(each -> GhlJson.text(each.isObject() ? each.path(main) : each).stream()))
        .distinct()
        .toList();
  }

  private static Map<String, String> customFields(JsonNode fields, ConnectionMapping mapping) {
    var values = new LinkedHashMap<String, String>();
    for (var field : fields) {
      GhlJson.text(field, "id", "key")
          .ifPresent(
              id ->
                  value(field)
                      .ifPresent(
                          text -> values.put(mapping.customFields().getOrDefault(id, id), text)));
    }
    return values;
  }

  private static Optional<String> value(JsonNode field) {
    return Stream.of("value", "fieldValue", "field_value")
        .map(field::path)
        .flatMap(value -> plain(value).stream())
        .findFirst();
  }

  private static Optional<String> plain(JsonNode value) {
    if (value.isArray()) {
      var texts = GhlJson.elements(value).flatMap(each -> GhlJson.text(each).stream());
      return Optional.of(texts.collect(Collectors.joining(", "))).filter(all -> !all.isEmpty());
    }
    return GhlJson.text(value);
  }

  /** Channels are not told apart: who wants no SMS wants nothing of us. */
  private static Optional<String> optedOut(JsonNode json) {
    if (GhlJson.flag(json, "dnd").orElse(false)) {
      return Optional.of("Do not disturb in GHL");
    }
    return Stream.of("SMS", "Email")
        .filter(
            channel ->
                GhlJson.text(json.path("dndSettings").path(channel), "status")
                    .filter(BARRED::contains)
                    .isPresent())
        .findFirst()
        .map(channel -> "Do not disturb in GHL: " + channel);
  }
}
