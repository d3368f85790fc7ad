package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchCommand.Finish;
import io.tuco.core.dispatch.DispatchCommand.Publish;
import io.tuco.core.dispatch.DispatchCommand.Release;
import io.tuco.core.event.Outbox;
import io.tuco.core.message.Part;
import io.tuco.core.message.Send;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The order of everything in a send (settled answer 8): it yields one command at a time and takes
 * its result. Routes and simulations only carry commands out. Holds no state of its own.
 *
 * <p>Intent before the first byte, result and event in one write, then the lane is given back, then
 * the event is published; an unknown outcome keeps the lane until the device has told.
 */
public final class DispatchMachine {

  private static final DeliveryOutcome AWAY =
      DeliveryOutcome.NotSent.because("The device could not be reached");

  private final OutcomeRules outcomes;
  private final Clock clock;
  private final LongSupplier nanos;

  public DispatchMachine(DispatchSettings settings, Clock clock, LongSupplier nanos) {
    this.outcomes = new OutcomeRules(settings);
    this.clock = clock;
    this.nanos = nanos;
  }

  /** A turn of this lane, about to claim it. */
  public LaneTurn begin(String laneId) {
    return new LaneTurn(
        laneId, new DispatchCommand.Claim(laneId), Optional.empty(), nanos.getAsLong());
  }

  /** Goes on with the answer to a {@code CHECK}. */
  public LaneTurn checked(LaneTurn turn, Availability answer) {
    var check = (DispatchCommand.Check) turn.command();
    var attempt = turn.attempt().at(now());
    return switch (answer) {
      case AVAILABLE, NOT_OFFERED -> gated(turn, attempt, new DispatchStep.Send(check.address()));
      case UNAVAILABLE -> {
        var narrowed = attempt.withUnreachable(check.address());
        yield step(
            turn,
            narrowed,
            DispatchRules.afterChecks(
                narrowed.message(), narrowed.facts(), narrowed.unreachable()));
      }
      case UNREACHABLE -> answeredBy(turn, attempt, check.address(), AWAY);
      case UNANSWERED ->
          step(turn, attempt, outcomes.unanswered(attempt.message(), attempt.unreachable(), now()));
    };
  }

  /**
   * Whether the send may still begin: a process that slept since its last answer must not act
   * (dispatch safety, section 3). Asked right before the first byte.
   */
  public boolean maySend(LaneTurn turn) {
    return nanos.getAsLong() - turn.steppedAtNanos() <= DispatchSettings.FRESH.toNanos();
  }

  /** Notes that the call of a {@code SEND} begins now. */
  public LaneTurn calling(LaneTurn turn) {
    return new LaneTurn(
        turn.laneId(),
        turn.command(),
        Optional.of(turn.attempt().calledAt(now())),
        turn.steppedAtNanos());
  }

  /** Goes on with the outcome of a {@code SEND}. */
  public LaneTurn answered(LaneTurn turn, DeliveryOutcome outcome) {
    var send = (DispatchCommand.Send) turn.command();
    return answeredBy(turn, turn.attempt().at(now()), send.address(), outcome);
  }

  private LaneTurn answeredBy(
      LaneTurn turn, Attempt attempt, Address address, DeliveryOutcome outcome) {
    var message =
        attempt
            .message()
            .withProgress(
                attempt.message().progress().withUnreachable(attempt.unreachable()), now());
    return step(turn, attempt.with(message), outcomes.next(message, address, outcome, now()));
  }

  /** Goes on with what the device said to a {@code VERIFY}. */
  public LaneTurn verified(LaneTurn turn, Verification verification) {
    // Known no later than the question was put: its answers may have taken minutes.
    var asked = turn.attempt().facts().now();
    var attempt = turn.attempt().at(now());
    var step = outcomes.next(attempt.message(), verification, asked, now());
    return step instanceof DispatchStep.Verify again
        ? rest(turn, again.notBefore())
        : step(turn, attempt, step);
  }

  /** Goes on after a {@code PUBLISH}. */
  public LaneTurn published(LaneTurn turn) {
    return rest(turn, ((Publish) turn.command()).freeAt());
  }

  /** Goes on with what came of a {@code Claim}. */
  public LaneTurn claimed(LaneTurn turn, ClaimResult result) {
    if (result instanceof ClaimResult.Claimed claimed) {
      var attempt = Attempt.of(claimed.lane(), claimed.message(), claimed.facts());
      return step(
          turn, attempt, DispatchRules.afterChecks(claimed.message(), claimed.facts(), List.of()));
    }
    if (result instanceof ClaimResult.Interrupted interrupted) {
      var attempt = Attempt.of(interrupted.lane(), interrupted.message(), interrupted.facts());
      return interrupted.message().isUnknown()
          ? go(turn, attempt, verify(attempt))
          : step(turn, attempt, new DispatchStep.Verify(now()));
    }
    if (result instanceof ClaimResult.Settled settled) {
      return over(turn, new Release(settled.lane(), settled.freeAt(), Optional.empty()));
    }
    return result instanceof ClaimResult.Resting resting
        ? rest(turn, resting.freeAt())
        : finish(turn, ((ClaimResult.Nothing) result).lookAgainAt());
  }

  private LaneTurn step(LaneTurn turn, Attempt attempt, DispatchStep step) {
    return switch (step.kind()) {
      case CHECK ->
          go(
              turn,
              attempt,
              new DispatchCommand.Check(
                  ((Sender.OverDevice) attempt.facts().sender()).device(),
                  ((DispatchStep.Check) step).address()));
      case SEND -> gated(turn, attempt, (DispatchStep.Send) step);
      case WAIT -> held(turn, attempt, (DispatchStep.Wait) step);
      case VERIFY -> unknown(turn, attempt);
      case CONCLUDE -> conclude(turn, attempt, (DispatchStep.Conclude) step);
    };
  }

  /** Gates are asked last: after every look-up, right before the call. */
  private LaneTurn gated(LaneTurn turn, Attempt attempt, DispatchStep.Send send) {
    return DispatchRules.gate(attempt.message(), attempt.facts())
        .map(wait -> held(turn, attempt, (DispatchStep.Wait) wait))
        .orElseGet(
            () ->
                go(
                    turn,
                    attempt,
                    new DispatchCommand.Send(
                        attempt.facts().sender(),
                        attempt.message(),
                        send.address(),
                        partOf(attempt))));
  }

  private LaneTurn held(LaneTurn turn, Attempt attempt, DispatchStep.Wait wait) {
    var progress =
        attempt
            .message()
            .progress()
            .withUnreachable(attempt.unreachable())
            .waitingUntil(Optional.of(wait.until()), wait.reason());
    return conclude(
        turn,
        attempt,
        DispatchStep.Conclude.withNothingLeft(attempt.message().waitingAgain(progress, now())));
  }

  /** Makes the unknown visible first, then asks the device. */
  private LaneTurn unknown(LaneTurn turn, Attempt attempt) {
    var began = attempt.callBegan().orElse(now());
    var seen = attempt.with(attempt.message().unknown(began, now()));
    return go(turn, seen, write(seen, DispatchStep.Conclude.withNothingLeft(seen.message())));
  }

  private LaneTurn conclude(LaneTurn turn, Attempt attempt, DispatchStep.Conclude conclude) {
    return go(turn, attempt, write(attempt, conclude));
  }

  /**
   * Goes on after a {@code Record}.
   *
   * @param events what the write stored for publishing
   */
  public LaneTurn recorded(LaneTurn turn, Optional<Outbox> events) {
    var write = (DispatchCommand.Record) turn.command();
    var attempt = turn.attempt().with(write.after());
    if (write.after().isUnknown()) {
      return go(turn, attempt, verify(attempt));
    }
    var freeAt = write.gapDue() ? now().plus(attempt.facts().sender().gap()) : now();
    return go(turn, attempt, new Release(attempt.lane(), freeAt, events));
  }

  /** Goes on after a {@code Release}. */
  public LaneTurn released(LaneTurn turn) {
    var release = (Release) turn.command();
    return release
        .events()
        .map(outbox -> over(turn, new Publish(outbox, release.freeAt())))
        .orElseGet(() -> rest(turn, release.freeAt()));
  }

  private static Part partOf(Attempt attempt) {
    return attempt.message().progress().send().flatMap(Send::missing).orElseThrow();
  }

  private static DispatchCommand verify(Attempt attempt) {
    return new DispatchCommand.Verify(attempt.facts().sender(), attempt.message());
  }

  private static DispatchCommand write(Attempt attempt, DispatchStep.Conclude conclude) {
    return new DispatchCommand.Record(
        attempt.sendId(),
        conclude.after(),
        attempt.lane().id(),
        attempt.facts().lead(),
        conclude.gapDue(),
        conclude.deviceDown() && attempt.facts().sender() instanceof Sender.OverDevice over
            ? Optional.of(over.device())
            : Optional.empty());
  }

  private LaneTurn go(LaneTurn turn, Attempt attempt, DispatchCommand command) {
    return new LaneTurn(turn.laneId(), command, Optional.of(attempt), nanos.getAsLong());
  }

  private static LaneTurn finish(LaneTurn turn, Optional<Instant> lookAgainAt) {
    return over(turn, new Finish(lookAgainAt, false));
  }

  private static LaneTurn rest(LaneTurn turn, Instant freeAt) {
    return over(turn, new Finish(Optional.of(freeAt), true));
  }

  /** The attempt needs no remembering any more. */
  private static LaneTurn over(LaneTurn turn, DispatchCommand command) {
    return new LaneTurn(turn.laneId(), command, Optional.empty(), 0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
