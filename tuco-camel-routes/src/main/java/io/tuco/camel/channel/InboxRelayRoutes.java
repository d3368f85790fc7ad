package io.tuco.camel.channel;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.intake.InboxQuestion;
import io.tuco.core.line.HookRegistration;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * What a relay tells by itself, and what it has to tell when it is asked: where it reports to, and
 * the messages of its device.
 */
final class InboxRelayRoutes extends RouteBuilder {

  private static final String REGISTRATION = "tuco-hook-wanted";
  private static final String DONE = "tuco-hook-done";

  private final RelayCallCodec calls;
  private final HookCodec codec = new HookCodec();
  private final Clock clock;

  InboxRelayRoutes(RelayCallCodec calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.RELAY_REGISTER).routeId("tuco-relay-register").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(REGISTRATION, body())
        .transform().body(HookRegistration.class, wanted -> calls.hooks(wanted.device()))
        .to(OutboundClients.DEVICES)
        .process(this::plan)
        .split(body())
            .to(OutboundClients.DEVICES)
            .process(this::note)
        .end()
        .process(exchange -> exchange.getMessage().setBody(done(exchange).get()));

    from(Seams.RELAY_INBOX).routeId("tuco-relay-inbox").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(InboxQuestion.class, calls::inbox)
        .to(OutboundClients.DEVICES)
        .transform().body(OutboundAnswer.class,
            answer -> codec.messages(answer, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    // spotless:on
  }

  /** What there is to do, as calls in their order; the success of the last one decides. */
  private void plan(Exchange exchange) {
    var wanted = exchange.getVariable(REGISTRATION, HookRegistration.class);
    var known = codec.hooks(exchange.getMessage().getBody(OutboundAnswer.class));
    var isDone = known.filter(list -> list.has(wanted.url())).isPresent();
    exchange.setVariable(DONE, new AtomicBoolean(isDone));
    exchange.getMessage().setBody(known.map(list -> calls(wanted, list)).orElseGet(List::of));
  }

  private List<Object> calls(HookRegistration wanted, HookList known) {
    var path = "/hooks/relay/" + wanted.device().id();
    var todo = new ArrayList<Object>();
    known
        .stale(wanted.url(), path)
        .forEach(hook -> todo.add(calls.deleteHook(wanted.device(), hook.id())));
    if (!known.has(wanted.url())) {
      todo.add(calls.addHook(wanted.device(), wanted.url(), HookList.EVENTS));
    }
    return todo;
  }

  private void note(Exchange exchange) {
    var answer = exchange.getMessage().getBody(OutboundAnswer.class);
    if (Boolean.TRUE.equals(exchange.getProperty(Exchange.SPLIT_COMPLETE, Boolean.class))) {
      done(exchange).compareAndSet(false, isDone(answer));
    }
  }

  /** Shared by the exchanges of the split. */
  private static AtomicBoolean done(Exchange exchange) {
    return exchange.getVariable(DONE, AtomicBoolean.class);
  }

  private static boolean isDone(OutboundAnswer answer) {
    return Optional.of(answer)
        .filter(Answered.class::isInstance)
        .map(Answered.class::cast)
        .filter(answered -> answered.status() / 100 == 2)
        .isPresent();
  }
}
