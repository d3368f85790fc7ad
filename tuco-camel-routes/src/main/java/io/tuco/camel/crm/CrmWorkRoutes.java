package io.tuco.camel.crm;

import io.tuco.camel.FailureRoutes;
import io.tuco.core.engine.crm.CrmFlows;
import org.apache.camel.builder.RouteBuilder;

/** The ticks at which jobs are begun that nobody was woken for. */
final class CrmWorkRoutes extends RouteBuilder {

  private final String sweep;
  private final CrmFlows flows;

  CrmWorkRoutes(String sweep, CrmFlows flows) {
    this.sweep = sweep;
    this.flows = flows;
  }

  @Override
  public void configure() {
    // spotless:off
    from(sweep).routeId("tuco-crm-work").routeConfigurationId(FailureRoutes.WORKING)
        .process(tick -> flows.sweep());
    // spotless:on
  }
}
