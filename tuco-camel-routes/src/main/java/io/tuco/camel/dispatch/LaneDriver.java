package io.tuco.camel.dispatch;

import io.tuco.camel.Seams;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.engine.LaneWakes;
import io.tuco.core.intake.SubmissionResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a turn of each lane when its instant comes. One thread waits on the wheel; turns run on
 * the workers and hold no thread while a device thinks.
 */
final class LaneDriver extends ServiceSupport {

  private static final Logger LOG = LoggerFactory.getLogger(LaneDriver.class);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
  private static final long LONGEST_NAP_NANOS = Duration.ofSeconds(1).toNanos();

  private final CamelContext context;
  private final LaneWheel wheel;
  private final LaneWakes wakes;
  private final ExecutorService workers;
  private final Clock clock;
  private final LongSupplier nanos;
  private volatile Optional<Thread> thread = Optional.empty();

  /** By the monotonic clock; far off while the driver does not know yet how long it will. */
  private volatile long napsUntil = Long.MAX_VALUE;

  LaneDriver(
      CamelContext context,
      LaneWheel wheel,
      LaneWakes wakes,
      ExecutorService workers,
      Clock clock,
      LongSupplier nanos) {
    this.context = context;
    this.wheel = wheel;
    this.wakes = wakes;
    this.workers = workers;
    this.clock = clock;
    this.nanos = nanos;
  }

  void wake(String laneId) {
    wakes.wake(laneId);
    nudge();
  }

  void expect(SubmissionResult.Accepted accepted) {
    wakes.wakeFor(accepted.laneId(), accepted.message());
    if (isSoonerThanTheNap()) {
      nudge();
    }
  }

  /** A lane that rests already is not due sooner for one message more. */
  private boolean isSoonerThanTheNap() {
    var next = wheel.nextAt();
    return next.isPresent() && next.getAsLong() < napsUntil;
  }

  /** Looks at the wheel now: something was scheduled behind the driver's back. */
  void nudge() {
    thread.ifPresent(LockSupport::unpark);
  }

  @Override
  protected void doStart() throws Exception {
    var producer = context.getEndpoint(Seams.LANE_TURN).createAsyncProducer();
    producer.start();
    var driving = new Thread(() -> drive(producer), "tuco-lanes");
    driving.setDaemon(true);
    thread = Optional.of(driving);
    driving.start();
  }

  @Override
  protected void doStop() {
    var driving = thread;
    thread = Optional.empty();
    driving.ifPresent(LockSupport::unpark);
  }

  private void drive(AsyncProducer producer) {
    while (thread.filter(Thread.currentThread()::equals).isPresent()) {
      var now = nanos.getAsLong();
      var lane = wheel.take(now);
      if (lane.isPresent()) {
        workers.execute(() -> turn(producer, lane.get()));
      } else {
        // In this order: who puts a lane on the wheel meanwhile sees that it has to wake us.
        napsUntil = Long.MAX_VALUE;
        var nap = nap(now);
        napsUntil = now + nap;
        LockSupport.parkNanos(nap);
      }
    }
  }

  private long nap(long now) {
    var next = wheel.nextAt();
    return next.isPresent()
        ? Math.min(LONGEST_NAP_NANOS, Math.max(1, next.getAsLong() - now))
        : LONGEST_NAP_NANOS;
  }

  private void turn(AsyncProducer producer, String laneId) {
    var exchange = producer.getEndpoint().createExchange();
    exchange.getMessage().setBody(laneId);
    producer.process(exchange, doneSync -> over(laneId, exchange));
  }

  private void over(String laneId, Exchange exchange) {
    var now = nanos.getAsLong();
    if (exchange.getException() != null) {
      var failure = exchange.getException();
      // The class, never the message: drivers repeat documents and URLs in theirs.
      LOG.error("a turn of {} failed: {}", laneId, failure.getClass().getName());
      LOG.debug("its cause", failure);
      wheel.done(laneId, Optional.of(AFTER_A_FAULT), false, now);
    } else {
      var turn = exchange.getVariable(TurnSteps.TURN, LaneTurn.class);
      wheel.done(laneId, turn.lookAgainAt().map(this::until), turn.rests(), now);
    }
    nudge();
  }

  private Duration until(Instant instant) {
    return Duration.between(clock.instant(), instant);
  }
}
