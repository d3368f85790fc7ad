package io.tuco.core.engine;

import io.tuco.core.crm.Connection;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.CrmIds;
import java.util.Optional;

/** What the API calls a CRM's contact, and people its list. A CRM without fields has none. */
final class ContactNames {

  private ContactNames() {}

  static CrmIds of(Connection connection, String contactId) {
    var contact = Optional.of(contactId);
    return switch (connection.crm()) {
      case "ghl" -> new CrmIds(contact, connection.accountId(), Optional.empty(), Optional.empty());
      case "hubspot" ->
          new CrmIds(Optional.empty(), Optional.empty(), contact, connection.accountId());
      default -> CrmIds.none();
    };
  }

  /** A record number of one portal is another person's in another. */
  static boolean isOfAccount(Lead lead, CrmIds crm) {
    var portal = lead.integrationIds().hubspotPortalId();
    return portal.isEmpty() || portal.equals(crm.hsPortalId());
  }

  static String listOf(String crm) {
    return switch (crm) {
      case "ghl" -> "GoHighLevel";
      case "hubspot" -> "HubSpot";
      default -> crm;
    };
  }
}
