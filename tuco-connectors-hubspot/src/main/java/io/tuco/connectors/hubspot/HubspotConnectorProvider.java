package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmOptions;

/** The door of the module. */
public final class HubspotConnectorProvider implements CrmConnectorProvider {

  @Override
  public String crm() {
    return HubspotConnector.CRM;
  }

  @Override
  public CrmConnector create(CrmOptions options) {
    return new HubspotConnector(HubspotSettings.from(options));
  }
}
