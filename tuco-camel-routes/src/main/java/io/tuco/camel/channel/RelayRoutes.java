package io.tuco.camel.channel;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.dispatch.DeviceFile;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.line.Device;
import io.tuco.core.secret.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/**
 * The device relay: texts, files, look-up, signals and probe. Each route turns a command of the
 * core into a call and the answer into the core's word for it; none retries.
 */
public final class RelayRoutes extends RouteBuilder {

  private static final String SEND = "tuco-send";

  private final RelayCallCodec calls;
  private final RelaySends sends;
  private final RelayOutcomes outcomes;
  private final RelayAnswers answers;
  private final DeviceClocks clocks;
  private final Clock clock;

  /** Routes for texts alone: a file is never there. */
  public RelayRoutes(SecretBox secrets, Duration textLimit, Clock clock) {
    this(secrets, RelayLimits.forText(textLimit), AttachmentFiles.none(), clock);
  }

  /**
   * @param files where a file lies that is to be sent
   */
  public RelayRoutes(SecretBox secrets, RelayLimits limits, AttachmentFiles files, Clock clock) {
    var replies = new RelayReplyCodec();
    this.clocks = new DeviceClocks();
    this.calls = new RelayCallCodec(secrets, limits, clocks);
    this.sends = new RelaySends(calls, files);
    this.outcomes = new RelayOutcomes(replies);
    this.answers = new RelayAnswers(replies);
    this.clock = clock;
  }

  /** The routes of this package, the inbox among them. */
  public static List<RouteBuilder> of(
      SecretBox secrets, RelayLimits limits, AttachmentFiles files, Clock clock) {
    var routes = new RelayRoutes(secrets, limits, files, clock);
    return List.of(routes, new InboxRelayRoutes(routes.calls, clock));
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.RELAY_SEND).routeId("tuco-relay-send").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(SEND, body())
        .transform().body(DispatchCommand.Send.class, sends::begin)
        .filter(body().isInstanceOf(OutboundCall.class))
            .to(OutboundClients.DEVICES)
            .transform().body(OutboundAnswer.class, outcomes::of)
        .end()
        .process(exchange -> sends.end(exchange.getVariable(SEND, DispatchCommand.Send.class)));

    from(Seams.RELAY_CHECK).routeId("tuco-relay-check").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(DispatchCommand.Check.class, calls::availability)
        .to(OutboundClients.DEVICES)
        .transform().body(OutboundAnswer.class, answers::availability);

    from(Seams.RELAY_SIGNAL).routeId("tuco-relay-signal").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(ChatSignal.class, calls::signal)
        .to(OutboundClients.DEVICES)
        .transform().body(OutboundAnswer.class, answers::signal);

    from(Seams.RELAY_FILE).routeId("tuco-relay-file").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(DeviceFile.class, calls::file)
        .to(OutboundClients.DEVICES);

    from(Seams.RELAY_PROBE).routeId("tuco-relay-probe").routeConfigurationId(FailureRoutes.INNER)
        .setVariable("tuco-device", body())
        .transform().body(Device.class, calls::serverInfo)
        .to(OutboundClients.DEVICES)
        .process(new JudgeProbe(answers, clocks, clock));

    from(Seams.RELAY_VERIFY).routeId("tuco-relay-verify").routeConfigurationId(FailureRoutes.INNER)
        .setVariable("tuco-verify", body())
        .transform().body(DispatchCommand.Verify.class, calls::rowsOf)
        .split(body(), new GatherRows(answers, clocks, clock))
            .to(OutboundClients.DEVICES)
        .end();
    // spotless:on
  }
}
