package io.tuco.camel.kafka;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.intake.RecordedVerdict;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;

/**
 * Sends in: a record is judged, what is refused is put where its sender looks, and only then is its
 * offset committed. What fails is waited for and comes again, and nothing overtakes it.
 */
final class SendInboxRoutes extends RouteBuilder {

  private static final String CONSUME = "tuco-send-consume";
  private static final String JUDGE = "tuco-send-judge";
  private static final String FAIL = "tuco-send-fail";
  private static final String WAIT = "tuco-send-wait";
  private static final String REJECT = "tuco-send-reject";
  private static final String RECORD = "tuco-send-record";
  private static final String COMMIT = "tuco-send-commit";

  private final KafkaSettings.Sends settings;
  private final SendInbox inbox;

  SendInboxRoutes(KafkaSettings.Sends settings, SendInbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  @Override
  public void configure() {
    consumer();
    judge();
    reject();
  }

  private void consumer() {
    // spotless:off
    // Failures are not handled here: one that leaves this route has the consumer begin there again.
    from(KafkaClients.sends(getContext(), settings)).routeId(CONSUME)
        .routeConfigurationId(FailureRoutes.INNER)
        .process(SendInboxRoutes::receive)
        .doTry()
            .to("direct:" + JUDGE)
        .doCatch(Exception.class)
            .to("direct:" + FAIL)
        .end()
        .filter().body(RecordedVerdict.class, RecordedVerdict::isRefused)
            .to("direct:" + REJECT)
        .end()
        .process(this::commit);

    // Leaves with a verdict on what is given up, and else fails once more, after a pause that is
    // short of the time after which the broker takes a silent consumer for dead.
    from("direct:" + FAIL).routeId(FAIL)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().exchange(this::failed)
        .filter(body().isInstanceOf(Long.class))
            .to("direct:" + WAIT)
        .end();

    from("direct:" + WAIT).routeId(WAIT)
        .routeConfigurationId(FailureRoutes.INNER)
        .delay(body())
        .process(SendInboxRoutes::failAgain);
    // spotless:on
  }

  private void judge() {
    // spotless:off
    from("direct:" + JUDGE).routeId(JUDGE)
        .routeConfigurationId(FailureRoutes.INNER)
        .choice().when().body(SendRecord.class, inbox::mayBeTaken)
            .transform().body(SendRecord.class, SendRecord::asSend)
            .to(Seams.SEND_TAKE)
            .process(SendInboxRoutes::notWhileItRuns)
        .otherwise()
            .transform().body(SendRecord.class, inbox::refusal)
        .end();
    // spotless:on
  }

  private void reject() {
    // spotless:off
    from("direct:" + REJECT).routeId(REJECT)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().exchange(SendInboxRoutes::rejected)
        .setVariable(REJECT, body())
        .doTry()
            .process(exchange -> write(exchange, true))
            .to(KafkaClients.rejected(getContext(), settings.rejectedTopic()))
        // It was let in by a topic that takes more than this one.
        .doCatch(RecordTooLargeException.class)
            .process(exchange -> write(exchange, false))
            .to(KafkaClients.rejected(getContext(), settings.rejectedTopic()))
        .end();
    // spotless:on
  }

  /** Takes what the record is; nothing that its sender wrote stays a header here. */
  private static void receive(Exchange exchange) {
    var message = exchange.getMessage();
    var record =
        SendRecord.of(
            message.getHeader(KafkaConstants.PARTITION)
                + ":"
                + message.getHeader(KafkaConstants.OFFSET),
            message.getHeader(KafkaConstants.KEY, byte[].class),
            message.getBody(byte[].class),
            message.getHeader(KafkaConstants.HEADERS, Headers.class));
    exchange.setProperty(RECORD, record);
    exchange.setProperty(COMMIT, message.getHeader(KafkaConstants.MANUAL_COMMIT));
    message.removeHeaders("*");
    message.setBody(record);
  }

  private static SendRecord record(Exchange exchange) {
    return exchange.getProperty(RECORD, SendRecord.class);
  }

  private static void notWhileItRuns(Exchange exchange) {
    if (exchange.getMessage().getBody(RecordedVerdict.class).isLater()) {
      throw new SendNotYetException(record(exchange).place());
    }
  }

  /** The verdict on a record that is given up, or how long to wait. */
  private Object failed(Exchange exchange) {
    var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Optional<RecordedVerdict> givenUp = inbox.failed(record(exchange), failure);
    return givenUp.isPresent() ? givenUp.get() : inbox.pause();
  }

  private static void failAgain(Exchange exchange) throws Exception {
    throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
  }

  private static Object rejected(Exchange exchange) {
    return new RejectedSend(record(exchange), exchange.getMessage().getBody(RecordedVerdict.class));
  }

  private static void write(Exchange exchange, boolean whole) {
    var rejected = exchange.getVariable(REJECT, RejectedSend.class);
    var record = rejected.record();
    var message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeaders(whole ? rejected.headers() : rejected.headersWithoutValue());
    record.key().ifPresent(key -> message.setHeader(KafkaConstants.KEY, key));
    message.setBody(whole ? record.value().orElse(null) : null);
  }

  private void commit(Exchange exchange) {
    exchange.getProperty(COMMIT, KafkaManualCommit.class).commit();
    inbox.done();
  }
}
