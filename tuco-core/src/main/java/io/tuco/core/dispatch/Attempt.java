package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.line.Places;
import io.tuco.core.message.Message;
import io.tuco.core.message.Send;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claimed lane and the message being sent on it.
 *
 * @param unreachable addresses that this attempt found without iMessage
 * @param reached addresses that were looked up, or that something may have left for
 * @param lookUps how many look-ups were made
 * @param callBegan when the call to the provider began, once it has
 */
record Attempt(
    Lane lane,
    int slot,
    Message message,
    DispatchFacts facts,
    List<Address> unreachable,
    List<Address> reached,
    int lookUps,
    Optional<Instant> callBegan) {

  Attempt {
    unreachable = List.copyOf(unreachable);
    reached = List.copyOf(reached);
  }

  static Attempt of(Lane lane, int slot, Message message, DispatchFacts facts) {
    return new Attempt(lane, slot, message, facts, List.of(), List.of(), 0, Optional.empty());
  }

  /** One that an earlier process left open: whatever it may have used counts as used. */
  static Attempt interrupted(Lane lane, int slot, Message message, DispatchFacts facts) {
    var addresses = message.progress().send().map(Send::addresses).orElseGet(List::of);
    return new Attempt(
        lane, slot, message, facts, List.of(), addresses, Integer.MAX_VALUE, Optional.empty());
  }

  Attempt withUnreachable(Address address) {
    return new Attempt(
        lane, slot, message, facts, plus(unreachable, address), reached, lookUps, callBegan);
  }

  /** An address was looked up: that is what counts as reaching out. */
  Attempt lookedUp(Address address) {
    return new Attempt(
        lane, slot, message, facts, unreachable, plus(reached, address), lookUps + 1, callBegan);
  }

  Attempt at(Instant now) {
    return new Attempt(
        lane, slot, message, facts.at(now), unreachable, reached, lookUps, callBegan);
  }

  /** The call begins. */
  Attempt calledAt(Instant now) {
    return new Attempt(lane, slot, message, facts, unreachable, reached, lookUps, Optional.of(now));
  }

  /** A part of it has left: the rest follows, as in the turn that sent the part. */
  Attempt following(Instant now) {
    return callBegan.isPresent() ? this : calledAt(now);
  }

  /** The address was, or may have been, written to. */
  Attempt reaching(Address address) {
    return new Attempt(
        lane, slot, message, facts, unreachable, plus(reached, address), lookUps, callBegan);
  }

  Attempt with(Message changed) {
    return new Attempt(lane, slot, changed, facts, unreachable, reached, lookUps, callBegan);
  }

  String sendId() {
    return message.progress().send().orElseThrow().id();
  }

  Optional<Places> places() {
    return lane.inFlight(slot).flatMap(Intent::places);
  }

  /** Whether the budget of look-ups lets one more be made. */
  boolean mayLookUp() {
    return places().map(held -> lookUps < held.lookUps()).orElse(false);
  }

  /** The message, marked with whom its line has reached out to by now. */
  Message marked(Message after) {
    return reached.isEmpty()
        ? after
        : after.withProgress(
            after.progress().touching(facts.marks(reached)), after.timeline().updatedAt());
  }

  private static List<Address> plus(List<Address> some, Address one) {
    if (some.contains(one)) {
      return some;
    }
    var more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
