package io.tuco.camel.crm;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundClients;
import org.apache.camel.builder.RouteBuilder;

/** One call to a CRM, complete and judged by nobody; and the ticks of reading. */
final class CrmRoutes extends RouteBuilder {

  private final String sweep;
  private final ContactReading reading;
  private final Verifying verifying;

  CrmRoutes(String sweep, ContactReading reading, Verifying verifying) {
    this.sweep = sweep;
    this.reading = reading;
    this.verifying = verifying;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.CRM_CALL).routeId("tuco-crm-call").routeConfigurationId(FailureRoutes.INNER)
        .to(OutboundClients.CRMS);

    from(Seams.CRM_VERIFY).routeId("tuco-crm-verify").routeConfigurationId(FailureRoutes.INNER)
        .process(verifying);

    from(sweep).routeId("tuco-crm-sync").routeConfigurationId(FailureRoutes.WORKING)
        .process(tick -> reading.look());
    // spotless:on
  }
}
