package io.tuco.camel.http;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.channel.LineProbeRoutes;
import io.tuco.camel.http.admin.AdminRoutes;
import io.tuco.camel.http.api.ApiRoutes;
import io.tuco.camel.http.v1.V1Routes;
import io.tuco.camel.lookup.LookUpParts;
import io.tuco.camel.lookup.LookingUp;
import io.tuco.core.crm.ConnectionClaim;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.SenderHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;

/** A context with all facades and nothing behind their seams but mocks. */
public final class ApiContext {

  public static final String WOKEN = "mock:woken";
  public static final String PROBED = "mock:probed";
  public static final String SMS_PROBED = "mock:sms-probed";
  public static final String MAIL_PROBED = "mock:mail-probed";

  /** The devices, asked whether an address has iMessage: yes, unless the mock says otherwise. */
  public static final String LOOKED_UP = "mock:looked-up";

  /** The devices, told to type or react: done, unless the mock says otherwise. */
  public static final String SIGNALLED = "mock:signalled";

  /** Endpoints, called to see whether they answer: with 200, unless the mock says otherwise. */
  public static final String CHECKED = "mock:checked";

  /** CRMs, asked whose account a token opens: account-1, unless the mock says otherwise. */
  public static final String VERIFIED = "mock:verified";

  /** Where a test looks for bulk checks that nobody works on. */
  public static final String BULK_SWEEP = "direct:test-bulk-sweep";

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
    context.addRoutes(new LineProbeRoutes(world.clock()));
    var parts = world.parts(endpoints);
    for (var routes : ApiRoutes.of(parts)) {
      context.addRoutes(routes);
    }
    for (var routes : V1Routes.of(world.v1Parts(endpoints))) {
      context.addRoutes(routes);
    }
    // By this clock every turn of a device has come: nothing waits.
    var late = Clock.offset(world.clock(), Duration.ofDays(1));
    var engine = parts.engine();
    LookingUp.installOn(
        context, new LookUpParts(engine.lookUps(), engine.bulkChecks(), late, BULK_SWEEP));
    for (var routes : AdminRoutes.of(world.adminParts(endpoints))) {
      context.addRoutes(routes);
    }
    return context;
  }

  private static RouteBuilder seams() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(Seams.LANE_EXPECT)
            .routeId("test-expect")
            .routeConfigurationId(FailureRoutes.INNER)
            .transform()
            .body(SubmissionResult.Accepted.class, SubmissionResult.Accepted::laneId)
            .to(WOKEN);
        from(Seams.RELAY_PROBE)
            .routeId("test-probe")
            .routeConfigurationId(FailureRoutes.INNER)
            .to(PROBED)
            .setBody(constant(SenderHealth.healthy(true, Fixtures.NOW)));
        answered(Seams.RELAY_CHECK, LOOKED_UP, Availability.class, Availability.AVAILABLE);
        answered(
            Seams.RELAY_SIGNAL, SIGNALLED, ChatSignal.Outcome.class, new ChatSignal.Outcome.Done());
        answered(Seams.WEBHOOK_CHECK, CHECKED, DeliveryAnswer.class, DeliveryAnswer.status(200));
        from(Seams.CRM_VERIFY)
            .routeId("test-verify")
            .routeConfigurationId(FailureRoutes.INNER)
            .to(VERIFIED)
            .process(ApiContext::confirm);
        probed(Seams.SMS_PROBE, SMS_PROBED);
        probed(Seams.MAIL_PROBE, MAIL_PROBED);
      }

      /** Credentials are good, unless the mock says something else. */
      private void probed(String seam, String mock) {
        answered(seam, mock, DeviceProbe.class, new DeviceProbe.Answered(false, 0));
      }

      private void answered(String seam, String mock, Class<?> type, Object otherwise) {
        from(seam)
            .routeId("test-" + mock)
            .routeConfigurationId(FailureRoutes.INNER)
            .to(mock)
            .filter(exchange -> !type.isInstance(exchange.getMessage().getBody()))
            .setBody(constant(otherwise))
            .end();
      }
    };
  }

  private static void confirm(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof ConnectionClaim claim) {
      exchange
          .getMessage()
          .setBody(claim.draft().of(new CrmAccount("account-1", Optional.empty())));
    }
  }

  /** What a provider says to the accounts it is asked about from now on. */
  public static void answering(CamelContext context, String mock, DeviceProbe probe) {
    answering(context, mock, account -> probe);
  }

  /** The same, depending on the account. */
  public static void answering(
      CamelContext context, String mock, Function<Object, DeviceProbe> probe) {
    context
        .getEndpoint(mock, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange ->
                exchange.getMessage().setBody(probe.apply(exchange.getMessage().getBody())));
  }
}
