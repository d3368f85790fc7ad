package io.tuco.camel.http;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.admin.AdminRoutes;
import io.tuco.camel.http.api.ApiRoutes;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.SenderHealth;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with both facades and nothing behind their seams but mocks. */
public final class ApiContext {

  public static final String WOKEN = "mock:woken";
  public static final String PROBED = "mock:probed";

  private ApiContext() {}

  /** Not started yet. */
  public static CamelContext of(ApiWorld world, HttpEndpoints endpoints) throws Exception {
    return with(new DefaultCamelContext(), world, endpoints);
  }

  public static CamelContext with(CamelContext context, ApiWorld world, HttpEndpoints endpoints)
      throws Exception {
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(new AnswerFailureRoutes(new HttpExchangeCodec(world.ids())));
    context.addRoutes(seams());
    for (var routes : ApiRoutes.of(world.parts(endpoints))) {
      context.addRoutes(routes);
    }
    for (var routes : AdminRoutes.of(world.adminParts(endpoints))) {
      context.addRoutes(routes);
    }
    return context;
  }

  private static RouteBuilder seams() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(Seams.LANE_WAKE)
            .routeId("test-wake")
            .routeConfigurationId(FailureRoutes.INNER)
            .to(WOKEN);
        from(Seams.RELAY_PROBE)
            .routeId("test-probe")
            .routeConfigurationId(FailureRoutes.INNER)
            .to(PROBED)
            .setBody(constant(SenderHealth.healthy(true, Fixtures.NOW)));
      }
    };
  }
}
