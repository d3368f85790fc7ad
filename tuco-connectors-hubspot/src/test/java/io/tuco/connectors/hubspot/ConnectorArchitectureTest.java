package io.tuco.connectors.hubspot;

import io.tuco.core.crm.ConnectorRule;

final class ConnectorArchitectureTest extends ConnectorRule {

  ConnectorArchitectureTest() {
    super("io.tuco.connectors.hubspot");
  }
}
