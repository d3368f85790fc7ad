package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchCommand.Finish;
import io.tuco.core.dispatch.DispatchCommand.Publish;
import io.tuco.core.dispatch.DispatchCommand.Release;
import io.tuco.core.event.Outbox;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The order of everything in a send (settled answer 8): it yields one command at a time and takes
 * its result. Routes and simulations only carry commands out. Of state it holds only how long it
 * has watched each open send.
 *
 * <p>Intent before the first byte, result and event in one write, then the lane is given back, then
 * the event is published; an unknown outcome keeps the lane until the provider has told.
 */
public final class DispatchMachine {

  private static final DeliveryOutcome AWAY =
      DeliveryOutcome.NotSent.because("The device could not be reached");

  private static final DeliveryOutcome HELD_UP =
      DeliveryOutcome.NotSent.because("This node was held up before the send");

  private final OutcomeRules outcomes;
  private final OpenSends open = new OpenSends();
  private final Clock clock;
  private final LongSupplier nanos;

  public DispatchMachine(DispatchSettings settings, Clock clock, LongSupplier nanos) {
    this.outcomes = new OutcomeRules(settings);
    this.clock = clock;
    this.nanos = nanos;
  }

  /** A turn of this slot, about to claim it. */
  public LaneTurn begin(LaneSlot slot) {
    var claim = new DispatchCommand.Claim(slot.laneId(), slot.number());
    var now = nanos.getAsLong();
    return new LaneTurn(slot, claim, Optional.empty(), now, now);
  }

  /** Goes on with what came of a {@code Claim}. */
  public LaneTurn claimed(LaneTurn turn, ClaimResult result) {
    if (result instanceof ClaimResult.Claimed claimed) {
      return began(turn, claimed);
    }
    if (result instanceof ClaimResult.Interrupted found) {
      return interrupted(turn, found);
    }
    if (result instanceof ClaimResult.Settled settled) {
      return over(
          turn,
          new Release(
              settled.lane(),
              settled.slot(),
              settled.closing(),
              Optional.empty(),
              Optional.empty()));
    }
    return result instanceof ClaimResult.Resting resting
        ? rest(turn, resting.freeAt())
        : finish(turn, ((ClaimResult.Nothing) result).lookAgainAt());
  }

  private LaneTurn began(LaneTurn turn, ClaimResult.Claimed claimed) {
    var attempt = Attempt.of(claimed.lane(), claimed.slot(), claimed.message(), claimed.facts());
    return claimed
        .blocked()
        .map(why -> conclude(turn, attempt, OutcomeRules.blocked(claimed.message(), why, now())))
        .orElseGet(() -> step(turn, attempt, DispatchRules.afterChecks(attempt)));
  }

  private LaneTurn interrupted(LaneTurn turn, ClaimResult.Interrupted found) {
    var attempt = Attempt.interrupted(found.lane(), found.slot(), found.message(), found.facts());
    return found.message().isUnknown()
        ? settling(turn, attempt)
        : unknown(turn, attempt, "Nobody knows how far it came");
  }

  /** Goes on with the answer to a {@code CHECK}. */
  public LaneTurn checked(LaneTurn turn, Availability answer) {
    var check = (DispatchCommand.Check) turn.command();
    var asked = turn.attempt().at(now());
    var lookedUp = asked.lookedUp(check.address());
    return switch (answer) {
      case AVAILABLE -> go(turn, lookedUp, send(lookedUp, check.address()));
      case UNAVAILABLE -> {
        var narrowed = lookedUp.withUnreachable(check.address());
        yield step(turn, narrowed, DispatchRules.afterChecks(narrowed));
      }
      case UNANSWERED ->
          step(
              turn,
              lookedUp,
              outcomes.unanswered(lookedUp.message(), lookedUp.unreachable(), now()));
      // The question never got to the person's side: nobody was reached out to.
      case NOT_OFFERED -> go(turn, asked, send(asked, check.address()));
      case UNREACHABLE -> answeredBy(turn, asked, check.address(), AWAY);
    };
  }

  /**
   * Whether look-ups took so long that the person may have opted out meanwhile. Of quick ones the
   * send counts as begun when its intent was written (compliance, section 1).
   */
  public boolean mustAskAgain(LaneTurn turn) {
    return turn.command().kind() == DispatchCommand.Kind.SEND
        && nanos.getAsLong() - turn.begunAtNanos() > DispatchSettings.QUICK.toNanos();
  }

  /** Ends an attempt whose person wants nothing any more, as was found out on its way. */
  public LaneTurn blocked(LaneTurn turn, String why) {
    return conclude(
        turn, turn.attempt(), OutcomeRules.blocked(turn.attempt().message(), why, now()));
  }

  /**
   * Begins the call of a {@code SEND}, or goes on otherwise: gates are asked here, last of all and
   * after every look-up, and a process that slept since its last answer must not act (dispatch
   * safety, sections 1 and 3). To be asked right before the first byte. A further part follows the
   * one before it whatever the hour.
   */
  public LaneTurn calling(LaneTurn turn) {
    if (nanos.getAsLong() - turn.steppedAtNanos() > DispatchSettings.FRESH.toNanos()) {
      return heldUp(turn);
    }
    var attempt = turn.attempt().at(now());
    var follows = attempt.callBegan().isPresent();
    return DispatchRules.gate(attempt.message(), attempt.facts())
        .filter(wait -> !follows)
        .map(wait -> held(turn, attempt, (DispatchStep.Wait) wait))
        .orElseGet(() -> called(turn, attempt));
  }

  private LaneTurn called(LaneTurn turn, Attempt attempt) {
    open.calls(turn.slot(), attempt.sendId(), nanos.getAsLong());
    return new LaneTurn(
        turn.slot(),
        turn.command(),
        Optional.of(attempt.calledAt(now())),
        turn.begunAtNanos(),
        turn.steppedAtNanos());
  }

  /** Does not begin a {@code SEND} that came too late in its turn; it is tried again. */
  public LaneTurn heldUp(LaneTurn turn) {
    return answered(turn, HELD_UP);
  }

  /** Goes on with the outcome of a {@code SEND}. */
  public LaneTurn answered(LaneTurn turn, DeliveryOutcome outcome) {
    var send = (DispatchCommand.Send) turn.command();
    var attempt = turn.attempt().at(now());
    return answeredBy(
        turn,
        reaches(send, outcome) ? attempt.reaching(send.address()) : attempt,
        send.address(),
        outcome);
  }

  /** A device has asked on the person's side before it refuses; nobody else has. */
  private static boolean reaches(DispatchCommand.Send send, DeliveryOutcome outcome) {
    return switch (outcome.kind()) {
      case NOT_SENT -> false;
      case REFUSED -> send.sender().kind() == Sender.Kind.DEVICE;
      case ACCEPTED, UNKNOWN -> true;
    };
  }

  private LaneTurn answeredBy(
      LaneTurn turn, Attempt attempt, Address address, DeliveryOutcome outcome) {
    var message = attempt.message();
    var seen =
        attempt.with(
            message.withProgress(message.progress().withUnreachable(attempt.unreachable()), now()));
    if (outcome instanceof DeliveryOutcome.Unknown unknown) {
      return unknown(turn, seen, unknown.reason());
    }
    var step = outcomes.next(seen.message(), seen.facts(), address, outcome, now());
    var optedOut =
        outcome instanceof DeliveryOutcome.Refused refused
            && refused.scope() == DeliveryOutcome.Scope.PERSON;
    return step instanceof DispatchStep.Conclude conclude && optedOut
        ? go(turn, seen, AttemptEnd.write(seen, conclude, Optional.of(address)))
        : step(turn, seen, step);
  }

  /** Goes on with what the provider said to a {@code VERIFY}. */
  public LaneTurn verified(LaneTurn turn, Verification verification) {
    // Known no later than the question was put: its answers may have taken minutes.
    var asked = seenUntil(turn);
    return settled(turn, turn.attempt().at(now()), verification, asked);
  }

  private Instant seenUntil(LaneTurn turn) {
    var attempt = turn.attempt();
    var asked = attempt.facts().now();
    var began = attempt.message().progress().send().flatMap(Send::unknownFrom).orElse(asked);
    return open.seenUntil(turn.slot(), attempt.sendId(), began, asked, turn.steppedAtNanos());
  }

  private LaneTurn settled(
      LaneTurn turn, Attempt attempt, Verification verification, Instant asked) {
    var step = outcomes.next(attempt.message(), attempt.facts(), verification, asked, now());
    return step instanceof DispatchStep.Verify again
        ? rest(turn, again.notBefore())
        : step(turn, attempt, step);
  }

  private LaneTurn step(LaneTurn turn, Attempt attempt, DispatchStep step) {
    return switch (step.kind()) {
      case CHECK -> check(turn, attempt, ((DispatchStep.Check) step).address());
      case SEND -> go(turn, attempt, send(attempt, ((DispatchStep.Send) step).address()));
      case WAIT -> held(turn, attempt, (DispatchStep.Wait) step);
      case VERIFY -> unknown(turn, attempt, "No answer came");
      case CONCLUDE -> conclude(turn, attempt, (DispatchStep.Conclude) step);
    };
  }

  private LaneTurn check(LaneTurn turn, Attempt attempt, Address address) {
    var device = attempt.facts().lookUps().device().orElseThrow();
    return go(turn, attempt, new DispatchCommand.Check(device, address));
  }

  private static DispatchCommand send(Attempt attempt, Address address) {
    var part = attempt.message().progress().send().flatMap(Send::missing).orElseThrow();
    return new DispatchCommand.Send(attempt.facts().sender(), attempt.message(), address, part);
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
        DispatchStep.Conclude.untested(attempt.message().waitingAgain(progress, now())));
  }

  /** Makes the unknown visible first, then asks the provider. */
  private LaneTurn unknown(LaneTurn turn, Attempt attempt, String because) {
    var began = attempt.callBegan().orElse(now());
    var seen = attempt.with(attempt.message().unknown(began, now()).explained(because));
    return conclude(turn, seen, DispatchStep.Conclude.untested(seen.message()));
  }

  private LaneTurn conclude(LaneTurn turn, Attempt attempt, DispatchStep.Conclude conclude) {
    return go(turn, attempt, AttemptEnd.write(attempt, conclude, Optional.empty()));
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
      return settling(turn, attempt);
    }
    if (write.after().status() == MessageStatus.SENDING) {
      var rest = attempt.following(now());
      return go(turn, rest, send(rest, addressOf(write.after())));
    }
    return release(
        turn, attempt, AttemptEnd.closing(turn.attempt().message(), attempt, write, now()), events);
  }

  /**
   * Ends a turn whose attempt is not its own any more: an order, late proof or another node has
   * settled it, or will. Nothing more is sent of it; the next claim of the lane honours what it
   * finds.
   */
  public LaneTurn overtaken(LaneTurn turn) {
    return finish(turn, Optional.of(now()));
  }

  /** What left at an address is followed there by the rest. */
  private static Address addressOf(Message message) {
    return message.progress().send().orElseThrow().addresses().get(0);
  }

  /** Asks about an unknown; of an e-mail nobody can be asked. */
  private LaneTurn settling(LaneTurn turn, Attempt attempt) {
    if (OutcomeRules.isBeyondSettling(attempt.message(), attempt.facts())) {
      return release(turn, attempt, Closing.left(now(), now()), Optional.empty());
    }
    return attempt.facts().sender().kind() == Sender.Kind.MAIL
        ? settled(turn, attempt, new Verification.Silent(), now())
        : go(
            turn, attempt, new DispatchCommand.Verify(attempt.facts().sender(), attempt.message()));
  }

  /** Goes on after a {@code Release}. */
  public LaneTurn released(LaneTurn turn) {
    var release = (Release) turn.command();
    open.forget(turn.slot());
    return release
        .events()
        .map(outbox -> over(turn, new Publish(outbox, release.closing().freeAt())))
        .orElseGet(() -> rest(turn, release.closing().freeAt()));
  }

  /** Goes on after a {@code PUBLISH}. */
  public LaneTurn published(LaneTurn turn) {
    return rest(turn, ((Publish) turn.command()).freeAt());
  }

  private static LaneTurn release(
      LaneTurn turn, Attempt attempt, Closing closing, Optional<Outbox> events) {
    return over(
        turn,
        new Release(attempt.lane(), attempt.slot(), closing, Optional.of(attempt.facts()), events));
  }

  private LaneTurn go(LaneTurn turn, Attempt attempt, DispatchCommand command) {
    return new LaneTurn(
        turn.slot(), command, Optional.of(attempt), turn.begunAtNanos(), nanos.getAsLong());
  }

  private static LaneTurn finish(LaneTurn turn, Optional<Instant> lookAgainAt) {
    return over(turn, new Finish(lookAgainAt, false));
  }

  private static LaneTurn rest(LaneTurn turn, Instant freeAt) {
    return over(turn, new Finish(Optional.of(freeAt), true));
  }

  /** The attempt needs no remembering any more. */
  private static LaneTurn over(LaneTurn turn, DispatchCommand command) {
    return new LaneTurn(turn.slot(), command, Optional.empty(), turn.begunAtNanos(), 0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
