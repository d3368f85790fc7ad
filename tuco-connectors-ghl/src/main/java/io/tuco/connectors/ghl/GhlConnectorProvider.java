package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmOptions;

/**
 * Makes the connector of {@code ghl}; its settings are those of {@code docs/how-to/connect-ghl.md}.
 */
public final class GhlConnectorProvider implements CrmConnectorProvider {

  @Override
  public String crm() {
    return GhlConnector.CRM;
  }

  @Override
  public CrmConnector create(CrmOptions options) {
    return new GhlConnector(GhlSettings.from(options));
  }
}
