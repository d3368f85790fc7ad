package io.tuco.core.crm;

/** Where the transport to the CRM of a connection is found. */
@FunctionalInterface
public interface CrmTransports {

  /** Speaks as that connection; it holds nothing, and need not be kept or closed. */
  CrmTransport to(Connection connection);
}
