package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmContact;
import java.time.Instant;

/** Takes what a CRM says of a contact over into the workspace's leads. May be told twice. */
@FunctionalInterface
public interface ContactNews {

  void take(Connection connection, CrmContact contact, Instant now);
}
