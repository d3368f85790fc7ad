package io.tuco.core.crm;

import java.util.Map;
import java.util.Optional;

/**
 * How a workspace's words are those of its CRM.
 *
 * @param owners the CRM's user or owner id to the e-mail of a member
 * @param customFields the CRM's field, by id or name, to the key among the lead's custom fields
 * @param options the connector's own choices, by the names it documents, such as {@code
 *     conversationProviderId} or {@code optOutProperty}
 */
public record ConnectionMapping(
    Map<String, String> owners, Map<String, String> customFields, Map<String, String> options) {

  public ConnectionMapping {
    owners = Map.copyOf(owners);
    customFields = Map.copyOf(customFields);
    options = Map.copyOf(options);
  }

  public static ConnectionMapping none() {
    return new ConnectionMapping(Map.of(), Map.of(), Map.of());
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }
}
