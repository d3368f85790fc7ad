package io.tuco.camel.mongo;

import java.util.Locale;

/** The collections, and whose data lies in each. */
enum StoredCollection {
  WORKSPACES(Owner.OPERATOR),
  DEVICES(Owner.OPERATOR),
  LANES(Owner.OPERATOR),
  NODES(Owner.OPERATOR),
  LOOK_UPS(Owner.OPERATOR),
  INBOXES(Owner.OPERATOR),
  STRAYS(Owner.OPERATOR),
  MEMBERS(Owner.TENANT),
  API_KEYS(Owner.TENANT),
  LINES(Owner.TENANT),
  LINE_ADDRESSES(Owner.TENANT),
  LINE_TURNS(Owner.TENANT),
  LEADS(Owner.TENANT),
  LEAD_LISTS(Owner.TENANT),
  CONTACT_POINTS(Owner.TENANT),
  MESSAGES(Owner.TENANT),
  DO_NOT_CONTACT(Owner.TENANT),
  OPT_OUTS(Owner.TENANT),
  IDEMPOTENCY(Owner.TENANT),
  SEND_MARKS(Owner.TENANT),
  RATE_LIMITS(Owner.TENANT),
  WEBHOOKS(Owner.TENANT),
  DELIVERIES(Owner.TENANT),
  NOTICES(Owner.TENANT),
  BULK_CHECKS(Owner.TENANT),
  CONNECTIONS(Owner.TENANT),
  CRM_JOBS(Owner.TENANT),
  CONTACT_LINKS(Owner.TENANT),
  CRM_ORDERS(Owner.TENANT),
  CRM_NOTICES(Owner.TENANT),
  CHATS(Owner.TENANT),
  CHAT_ORDERS(Owner.TENANT),
  FILES(Owner.TENANT),
  FILE_PIECES(Owner.TENANT),
  SANDBOXES(Owner.TENANT),
  SANDBOX_USES(Owner.TENANT);

  private enum Owner {
    OPERATOR,
    TENANT
  }

  private final Owner owner;

  StoredCollection(Owner owner) {
    this.owner = owner;
  }

  /** The name in the database. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOfTenants() {
    return owner == Owner.TENANT;
  }
}
