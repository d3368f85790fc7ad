package io.tuco.camel.channel;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.line.Device;
import io.tuco.core.secret.SecretBox;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;

/**
 * The device relay: text, look-up and probe. Each route turns a command of the core into a call and
 * the answer into the core's word for it; none retries.
 */
public final class RelayRoutes extends RouteBuilder {

  private final RelayCallCodec calls;
  private final RelayOutcomes outcomes;
  private final RelayAnswers answers;
  private final Clock clock;

  /**
   * @param textLimit how long a text may take to be answered
   */
  public RelayRoutes(SecretBox secrets, Duration textLimit, Clock clock) {
    var replies = new RelayReplyCodec();
    this.calls = new RelayCallCodec(secrets, textLimit);
    this.outcomes = new RelayOutcomes(replies);
    this.answers = new RelayAnswers(replies);
    this.clock = clock;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.RELAY_SEND).routeId("tuco-relay-send").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(DispatchCommand.Send.class, calls::sendText)
        .to(OutboundClients.DEVICES)
        .transform().body(OutboundAnswer.class, outcomes::of);

    from(Seams.RELAY_CHECK).routeId("tuco-relay-check").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(DispatchCommand.Check.class, calls::availability)
        .to(OutboundClients.DEVICES)
        .transform().body(OutboundAnswer.class, answers::availability);

    from(Seams.RELAY_PROBE).routeId("tuco-relay-probe").routeConfigurationId(FailureRoutes.INNER)
        .setVariable("tuco-device", body())
        .transform().body(Device.class, calls::serverInfo)
        .to(OutboundClients.DEVICES)
        .process(new JudgeProbe(answers, clock));

    from(Seams.RELAY_VERIFY).routeId("tuco-relay-verify").routeConfigurationId(FailureRoutes.INNER)
        .setVariable("tuco-verify", body())
        .transform().body(DispatchCommand.Verify.class, calls::rowsOf)
        .split(body(), new GatherRows(answers))
            .to(OutboundClients.DEVICES)
        .end();
    // spotless:on
  }
}
