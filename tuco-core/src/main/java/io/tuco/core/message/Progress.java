package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the sending of a message has come.
 *
 * @param attempts sends that ended with a definite answer
 * @param failedChecks availability look-ups in a row that gave no answer
 * @param unreachable addresses found without iMessage, in the order they were tried
 * @param nextAttemptAt earliest next try of a waiting message
 * @param events how many events the message has had; the next one's {@code seq} less one
 */
public record Progress(
    int attempts,
    int failedChecks,
    List<Address> unreachable,
    Optional<Send> send,
    Optional<Instant> nextAttemptAt,
    Optional<String> reason,
    Optional<String> errorMessage,
    Optional<String> externalId,
    long events) {

  public Progress {
    unreachable = List.copyOf(unreachable);
  }

  public static Progress none() {
    return new Progress(
        0,
        0,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  public Progress waitingUntil(Optional<Instant> instant, String why) {
    return new Progress(
        attempts,
        failedChecks,
        unreachable,
        Optional.empty(),
        instant,
        Optional.of(why),
        errorMessage,
        externalId,
        events);
  }

  Progress sending(Send begun) {
    return new Progress(
        attempts,
        failedChecks,
        unreachable,
        Optional.of(begun),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        externalId,
        events);
  }

  Progress unknown(Instant began, String why) {
    return new Progress(
        attempts,
        failedChecks,
        unreachable,
        send.map(begun -> begun.unknownFrom(began)),
        Optional.empty(),
        Optional.of(why),
        errorMessage,
        externalId,
        events);
  }

  Progress accepted(String reference) {
    return new Progress(
        attempts + 1,
        0,
        unreachable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reference),
        events);
  }

  Progress ended(Optional<String> why, Optional<String> error) {
    return new Progress(
        attempts,
        failedChecks,
        unreachable,
        Optional.empty(),
        Optional.empty(),
        why,
        error,
        externalId,
        events);
  }

  public Progress afterAttempt() {
    return new Progress(
        attempts + 1,
        0,
        unreachable,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        events);
  }

  public Progress afterFailedCheck() {
    return new Progress(
        attempts,
        failedChecks + 1,
        unreachable,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        events);
  }

  public Progress withUnreachable(List<Address> found) {
    var all = new ArrayList<>(unreachable);
    found.stream().filter(address -> !all.contains(address)).forEach(all::add);
    return new Progress(
        attempts, failedChecks, all, send, nextAttemptAt, reason, errorMessage, externalId, events);
  }

  Progress withEvents(long count) {
    return new Progress(
        attempts,
        failedChecks,
        unreachable,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        count);
  }
}
