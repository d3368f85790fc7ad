package io.tuco.camel.crm;

import io.tuco.camel.crm.Credentials.Outcome;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call on its way: token, turn, HTTP, judgement, and again where that is harmless. Every step
 * is one task of the workers, and between two of them nobody waits.
 */
final class CarriedCall {

  private static final Logger LOG = LoggerFactory.getLogger(CarriedCall.class);

  private final Transports shared;
  private final CrmParts parts;
  private final CrmConnector connector;
  private final Credentials credentials;
  private final Breaker breaker;
  private final Instant deadline;
  private Connection connection;
  private CrmCall call = NOTHING;
  private Consumer<CrmAnswer> answered = answer -> {};
  private Breaker.Leave leave;
  private String token = "";
  private int tries;
  private boolean replaced;

  private static final CrmCall NOTHING =
      new CrmCall("GET", "/", java.util.Map.of(), new byte[0], Authority.NONE, true, "");

  CarriedCall(
      Transports shared,
      CrmConnector connector,
      Connection connection,
      Credentials credentials,
      Breaker breaker) {
    this.shared = shared;
    this.parts = shared.parts();
    this.connector = connector;
    this.connection = connection;
    this.credentials = credentials;
    this.breaker = breaker;
    this.leave = breaker.aside();
    this.deadline = parts.clock().instant().plus(parts.limits().patience());
  }

  void carry(CrmCall wanted, Consumer<CrmAnswer> told) {
    call = wanted;
    answered = told;
    step(this::identify);
  }

  /** A call that speaks for nobody is part of a refresh, which a break must not stop. */
  private void identify() {
    if (call.authority() == Authority.NONE) {
      send();
      return;
    }
    var door = breaker.ask(now());
    if (door instanceof Breaker.Door.Open open) {
      leave = open.leave();
      credentials.current(deadline, outcome -> step(() -> identified(outcome)));
    } else {
      putOff(((Breaker.Door.Shut) door).until(), "The CRM does not answer properly");
    }
  }

  private void identified(Outcome outcome) {
    if (outcome instanceof Outcome.Usable usable) {
      connection = usable.connection();
      token = usable.token();
      queue();
    } else if (outcome instanceof Outcome.Refused refused) {
      end(new CrmAnswer.Unauthorized(refused.reason()));
    } else {
      var notNow = (Outcome.NotNow) outcome;
      // Whoever gives out no tokens is not back either. What led there was counted by itself.
      if (leave.isTrial()) {
        breaker.failed(leave, now());
      }
      putOff(notNow.until(), notNow.reason());
    }
  }

  private void queue() {
    shared
        .pacing()
        .admit(
            connection,
            connector.paces(),
            call.pace(),
            deadline,
            () -> step(this::send),
            at -> putOff(at, "The account's limit of calls is used up"));
  }

  private void send() {
    tries++;
    var begun = parts.nanos().getAsLong();
    shared.http().call(outbound(), answer -> step(() -> heard(answer, begun)));
  }

  private OutboundCall outbound() {
    var base =
        Optional.ofNullable(parts.baseUrls().get(connector.crm()))
            .map(Object::toString)
            .orElseGet(connector::baseUrl);
    var headers = new HashMap<>(call.headers());
    if (call.authority() == Authority.CONNECTION) {
      headers.put("Authorization", connector.authorization(token));
    }
    return new OutboundCall(
        call.method(),
        base.replaceFirst("/+$", "") + call.path(),
        headers,
        call.body(),
        parts.limits().call(),
        parts.limits().answerBytes());
  }

  private void heard(OutboundAnswer answer, long begun) {
    var took = Duration.ofNanos(parts.nanos().getAsLong() - begun);
    if (answer instanceof OutboundAnswer.Answered complete) {
      var whole = new CrmAnswer.Answered(complete.status(), complete.headers(), complete.body());
      var verdict = connector.judge(connection, call, whole, now());
      shared.meter().called(connector.crm(), took, verdict instanceof CrmVerdict.Failing);
      judged(verdict, whole);
    } else {
      var failed = (OutboundAnswer.Failed) answer;
      shared.meter().called(connector.crm(), took, true);
      failed(
          call.isRepeatable() || failed.nothingLeft(),
          new CrmAnswer.Silent(failed.nothingLeft(), failed.reason()));
    }
  }

  private void judged(CrmVerdict verdict, CrmAnswer.Answered answer) {
    if (verdict instanceof CrmVerdict.Failing) {
      failed(call.isRepeatable(), answer);
      return;
    }
    succeeded();
    if (verdict instanceof CrmVerdict.Expired && call.authority() == Authority.CONNECTION) {
      expired();
    } else if (verdict instanceof CrmVerdict.Wait wait) {
      again(wait.pause());
    } else if (verdict instanceof CrmVerdict.Closed closed) {
      shared.pacing().hold(connection, closed.until());
      putOff(closed.until(), closed.reason());
    } else {
      end(answer);
    }
  }

  /** The CRM answers, whatever it says; that it gives out tokens says nothing of the rest of it. */
  private void succeeded() {
    if (call.authority() == Authority.NONE) {
      return;
    }
    if (breaker.succeeded() || connection.status() == ConnectionStatus.FAILING) {
      shared.stand(connection, ConnectionStatus.FAILING, ConnectionStatus.OK);
    }
  }

  private void failed(boolean harmless, CrmAnswer answer) {
    if (breaker.failed(leave, now())) {
      shared.stand(connection, ConnectionStatus.OK, ConnectionStatus.FAILING);
    }
    var pause = pause();
    if (harmless && mayRepeat() && now().plus(pause).isBefore(deadline)) {
      shared.later().after(pause, () -> guarded(this::identify));
    } else {
      end(answer);
    }
  }

  /** While the CRM is down, tokens are asked for once by each trial. */
  private boolean mayRepeat() {
    return tries < parts.limits().tries()
        && (call.authority() != Authority.NONE || !breaker.isDown());
  }

  /** Growing, and jittered so that calls that failed together do not come again together. */
  private Duration pause() {
    var doubled = parts.limits().pause().multipliedBy(1L << Math.min(tries - 1, 10));
    return Duration.ofNanos((long) (doubled.toNanos() * (0.5 + parts.random().nextDouble())));
  }

  /** Once with other tokens; after that it is no matter of their age. */
  private void expired() {
    if (replaced) {
      credentials.refused(connection);
      end(new CrmAnswer.Unauthorized("The credentials are refused"));
    } else {
      replaced = true;
      credentials.insteadOf(connection, deadline, outcome -> step(() -> identified(outcome)));
    }
  }

  /** Nothing happened, so it may be asked again, by this call and by all others of the account. */
  private void again(Duration pause) {
    var at = now().plus(pause);
    shared.pacing().hold(connection, at);
    if (at.isAfter(deadline)) {
      putOff(at, "The CRM asks for a pause");
    } else {
      shared.later().after(pause, () -> guarded(this::identify));
    }
  }

  private void putOff(Instant until, String reason) {
    shared.meter().putOff(connector.crm());
    end(new CrmAnswer.PutOff(until, reason));
  }

  private void end(CrmAnswer answer) {
    var told = answered;
    answered = nobody -> {};
    breaker.returned(leave, now());
    told.accept(answer);
  }

  private void step(Runnable next) {
    shared.later().now(() -> guarded(next));
  }

  /** A fault of ours or of the connector's must not leave a dialogue waiting for ever. */
  private void guarded(Runnable next) {
    @Nullable RuntimeException fault = null;
    try {
      next.run();
    } catch (RuntimeException e) {
      fault = e;
    }
    if (fault != null) {
      LOG.error("a call for {} broke off: {}", connection.id(), fault.getClass().getName());
      LOG.debug("its cause", fault);
      end(new CrmAnswer.Silent(tries == 0, "The call broke off"));
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
