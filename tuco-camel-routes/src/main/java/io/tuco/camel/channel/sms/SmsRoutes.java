package io.tuco.camel.channel.sms;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.secret.SecretBox;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;

/**
 * Texts through Twilio: send, settle and probe, for any number of accounts. Each route turns a
 * command of the core into a call and the answer into the core's word for it; none retries.
 */
public final class SmsRoutes extends RouteBuilder {

  private final SmsSettings settings;
  private final TwilioCallCodec calls;
  private final SmsOutcomes outcomes;
  private final TwilioRows rows;
  private final SmsProbe probe;

  /** For attachments whose URLs are public as they are. */
  public SmsRoutes(SmsSettings settings, SecretBox secrets, Clock clock) {
    this(settings, secrets, UnaryOperator.identity(), clock);
  }

  /**
   * @param media makes an attachment's URL one that Twilio can read by now
   * @param clock reads the dates in {@code Retry-After}
   */
  public SmsRoutes(
      SmsSettings settings, SecretBox secrets, UnaryOperator<String> media, Clock clock) {
    var replies = new TwilioReplyCodec();
    this.settings = settings;
    this.calls = new TwilioCallCodec(secrets, new CallbackUrls(settings), media);
    this.outcomes = new SmsOutcomes(replies, clock);
    this.rows = new TwilioRows(replies);
    this.probe = new SmsProbe(replies);
  }

  @Override
  public void configure() {
    SmsComponent.install(getContext(), settings);
    // spotless:off
    from(Seams.SMS_SEND).routeId("tuco-sms-send").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(DispatchCommand.Send.class, calls::create)
        .to(SmsComponent.CREATE)
        .transform().body(OutboundAnswer.class, outcomes::of);

    from(Seams.SMS_VERIFY).routeId("tuco-sms-verify").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(GatherTexts.VERIFY, body())
        .transform().body(DispatchCommand.Verify.class, calls::listSent)
        .split(body(), new GatherTexts(rows))
            .to(SmsComponent.LIST)
        .end();

    from(Seams.SMS_PROBE).routeId("tuco-sms-probe").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(SmsAccount.class, calls::listOne)
        .to(SmsComponent.LIST)
        .transform().body(OutboundAnswer.class, probe::of);
    // spotless:on
  }
}
