package io.tuco.camel.channel;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.Line;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Asks the provider of a line's own account how it is; the channel knows how to ask. */
public final class LineProbeRoutes extends RouteBuilder {

  private static final String LINE = "tuco-line";

  private final Clock clock;

  public LineProbeRoutes(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.LINE_PROBE).routeId("tuco-line-probe").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(LINE, body())
        .transform().body(Line.class, LineProbeRoutes::account)
        .choice().when(body().isInstanceOf(SmsAccount.class))
            .to(Seams.SMS_PROBE)
        .otherwise()
            .to(Seams.MAIL_PROBE)
        .end()
        .process(this::judge);
    // spotless:on
  }

  private static Object account(Line line) {
    if (line.carrier() instanceof Carrier.BySms sms) {
      return sms.account();
    }
    return ((Carrier.ByMail) line.carrier()).account();
  }

  private void judge(Exchange exchange) {
    var health = exchange.getVariable(LINE, Line.class).accountHealth().orElseThrow();
    var probe = exchange.getMessage().getBody(DeviceProbe.class);
    exchange.getMessage().setBody(health.after(probe, clock.instant()));
  }
}
