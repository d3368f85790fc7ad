package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claimed lane and the message being sent on it.
 *
 * @param unreachable addresses that this attempt found without iMessage
 * @param callBegan when the call to the provider began, once it has
 */
record Attempt(
    Lane lane,
    Message message,
    DispatchFacts facts,
    List<Address> unreachable,
    Optional<Instant> callBegan) {

  Attempt {
    unreachable = List.copyOf(unreachable);
  }

  static Attempt of(Lane lane, Message message, DispatchFacts facts) {
    return new Attempt(lane, message, facts, List.of(), Optional.empty());
  }

  Attempt withUnreachable(Address address) {
    var more = new ArrayList<>(unreachable);
    more.add(address);
    return new Attempt(lane, message, facts, more, callBegan);
  }

  Attempt at(Instant now) {
    return new Attempt(lane, message, facts.at(now), unreachable, callBegan);
  }

  Attempt calledAt(Instant now) {
    return new Attempt(lane, message, facts, unreachable, Optional.of(now));
  }

  Attempt with(Message changed) {
    return new Attempt(lane, changed, facts, unreachable, callBegan);
  }

  String sendId() {
    return message.progress().send().orElseThrow().id();
  }
}
