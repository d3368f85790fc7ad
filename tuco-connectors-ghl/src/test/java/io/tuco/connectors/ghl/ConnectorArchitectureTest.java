package io.tuco.connectors.ghl;

import io.tuco.core.crm.ConnectorRule;

final class ConnectorArchitectureTest extends ConnectorRule {

  ConnectorArchitectureTest() {
    super("io.tuco.connectors.ghl");
  }
}
