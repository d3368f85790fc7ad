package io.tuco.core.crm;

/** Makes a connector; found by {@link java.util.ServiceLoader}, or handed to the builder. */
public interface CrmConnectorProvider {

  /** The CRM's short name in lower case, as in a connection's {@code crm}: {@code ghl}. */
  String crm();

  /** Refuses settings it cannot use with an {@link IllegalArgumentException}. */
  CrmConnector create(CrmOptions options);
}
