package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.lead.IntegrationIds;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAlias;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which fields of the API a contact of a CRM goes (API contract, section 2.6). A CRM without
 * fields has none: its contacts are known by their links alone.
 */
final class CrmNames {

  private static final String GHL = "ghl";
  private static final String HUBSPOT = "hubspot";

  private CrmNames() {}

  /** The fields of a contact of the connection's account. */
  static CrmIds of(Connection connection, String contactId) {
    var contact = Optional.of(contactId);
    return switch (connection.crm()) {
      case GHL -> new CrmIds(contact, connection.accountId(), Optional.empty(), Optional.empty());
      case HUBSPOT ->
          new CrmIds(Optional.empty(), Optional.empty(), contact, connection.accountId());
      default -> CrmIds.none();
    };
  }

  /**
   * The contact that these fields name, where it is one of the connection's account.
   *
   * @param alone whether the workspace has no other connection to the CRM: then a contact without
   *     an account is of this one
   */
  static Optional<String> contactIn(CrmIds ids, Connection connection, boolean alone) {
    return switch (connection.crm()) {
      case GHL -> ids.ghlContactId().filter(id -> isOf(connection, ids.ghlLocationId(), alone));
      case HUBSPOT -> ids.hsContactId().filter(id -> isOf(connection, ids.hsPortalId(), alone));
      default -> Optional.empty();
    };
  }

  /** The same of a lead, which may have been met under other contacts as well. */
  static Optional<String> contactOf(Lead lead, Connection connection, boolean alone) {
    return Stream.concat(
            Stream.of(lead.integrationIds().asCrmIds()),
            lead.aliases().items().stream().map(CrmNames::fields))
        .flatMap(ids -> contactIn(ids, connection, alone).stream())
        .findFirst();
  }

  /** Without the contact as its own. */
  static IntegrationIds without(IntegrationIds ids, Connection connection, String contactId) {
    return switch (connection.crm()) {
      case GHL -> ids.withoutGhl(contactId);
      case HUBSPOT -> ids.withoutHubspot(contactId);
      default -> ids;
    };
  }

  /** The id of a logged message that messages of the API name; a note is none. */
  static Optional<String> messageId(Connection connection, LoggedActivity logged) {
    return Optional.of(logged.recordId())
        .filter(id -> connection.crm().equals(GHL) && logged.conversationId().isPresent());
  }

  static boolean isAlone(Connection connection, List<Connection> ofWorkspace) {
    return ofWorkspace.stream().filter(other -> other.crm().equals(connection.crm())).count() <= 1;
  }

  private static CrmIds fields(LeadAlias alias) {
    return new CrmIds(
        alias.ghlRecordId(), alias.ghlLocationId(), Optional.empty(), Optional.empty());
  }

  private static boolean isOf(Connection connection, Optional<String> account, boolean alone) {
    return account.map(id -> connection.accountId().equals(Optional.of(id))).orElse(alone);
  }
}
