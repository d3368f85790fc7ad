package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a device or provider tells of a send outside of any turn, perhaps late, twice, or out of
 * order: proof that it left, that it arrived, or that it failed after all. Never lowers a status.
 */
public final class LateNews {

  private final Stores stores;
  private final Endings endings;
  private final LaneDesks desks;
  private final LateCounts counts;
  private final Consumer<String> wake;

  /**
   * @param wake told the lane that a settled send had held
   */
  LateNews(
      Stores stores, Endings endings, LaneDesks desks, LateCounts counts, Consumer<String> wake) {
    this.stores = stores;
    this.endings = endings;
    this.desks = desks;
    this.counts = counts;
    this.wake = wake;
  }

  /**
   * A part of the send has left, under the provider's {@code reference}: an unknown is settled, a
   * failure recovered, and what waits to be sent again is not.
   *
   * @param part the number in the send's token
   * @return false when no message has such a send, or it was known already
   */
  public boolean left(String sendId, int part, String reference, Instant now) {
    return left(sendId, part, reference, anybodys -> true, now);
  }

  /** The same by somebody who may only speak of these messages. */
  boolean left(String sendId, int part, String reference, Predicate<Message> mayTell, Instant now) {
    return stores
        .messages()
        .findBySend(sendId)
        .filter(mayTell)
        .flatMap(message -> settled(message, part, reference, now))
        .isPresent();
  }

  /** It has arrived. */
  public boolean delivered(String externalId, Instant at, Instant now) {
    return stores
        .messages()
        .findByExternalId(externalId)
        .filter(message -> delivered(message, externalId, at, now))
        .isPresent();
  }

  boolean delivered(Message message, String externalId, Instant at, Instant now) {
    return message.status() == MessageStatus.SENT
        && message.progress().externalId().equals(Optional.of(externalId))
        && endings.amend(MessageStatus.SENT, message.delivered(at, now), now);
  }

  /** It was read, and so has arrived; the first time counts. */
  public boolean opened(String externalId, Instant readAt, Instant now) {
    return stores
        .messages()
        .findByExternalId(externalId)
        .filter(message -> opened(message, readAt, readAt, now))
        .isPresent();
  }

  boolean opened(Message message, Instant deliveredAt, Instant readAt, Instant now) {
    return (message.status() == MessageStatus.SENT || message.status() == MessageStatus.DELIVERED)
        && message.timeline().readAt().isEmpty()
        && endings.open(message, deliveredAt, readAt, now);
  }

  /** It was accepted, and failed all the same: for this address, or for good. */
  public boolean failed(String externalId, String reason, boolean noIMessage, Instant now) {
    return stores
        .messages()
        .findByExternalId(externalId)
        .filter(message -> failed(message, reason, noIMessage, now))
        .isPresent();
  }

  boolean failed(Message message, String reason, boolean noIMessage, Instant now) {
    return message.status() == MessageStatus.SENT
        && endings.amend(
            MessageStatus.SENT,
            (noIMessage && isOfOnePart(message)
                    ? fellBack(message, now).explained(reason)
                    : message.failed(reason, now))
                .toldByProvider(),
            now);
  }

  /** Of several parts the others are with the person (settled answer 11). */
  private static boolean isOfOnePart(Message message) {
    return message.progress().send().filter(last -> last.parts().size() > 1).isEmpty();
  }

  private static Message fellBack(Message message, Instant now) {
    var tried = message.progress().send().map(Send::addresses).orElseGet(List::of);
    return message.withProgress(message.progress().withUnreachable(tried), now).fellBack(now);
  }

  private Optional<Message> settled(Message message, int part, String reference, Instant now) {
    return withPart(message, part, reference, now)
        .flatMap(after -> isWhole(after) ? sent(message, after, now) : partly(message, after));
  }

  /** With the part as accepted; empty when it was that already: such news comes of every send. */
  private static Optional<Message> withPart(
      Message message, int number, String reference, Instant now) {
    return message
        .progress()
        .send()
        .flatMap(
            send ->
                send.parts().stream()
                    .filter(part -> part.number() == number && !part.isAccepted())
                    .findFirst())
        .flatMap(
            part ->
                addressOf(message).map(address -> message.partSent(part, address, reference, now)));
  }

  /** The first that it may have left for. */
  private static Optional<Address> addressOf(Message message) {
    var tried = message.progress().send().map(Send::addresses).orElseGet(List::of);
    return tried.stream()
        .filter(address -> !message.progress().unreachable().contains(address))
        .findFirst();
  }

  private static boolean isWhole(Message message) {
    return message.progress().send().flatMap(Send::missing).isEmpty();
  }

  private Optional<Message> sent(Message before, Message whole, Instant now) {
    var send = whole.progress().send().orElseThrow();
    var reference = send.reference().orElseThrow();
    if (before.isUnknown()) {
      return Optional.of(whole.sent(reference, now))
          .filter(after -> record(before, send, after, now));
    }
    if (before.status() != MessageStatus.FAILED && !before.status().isWaiting()) {
      return Optional.empty();
    }
    if (!before.hasLeftInPart()) {
      counts.count(before);
    }
    if (before.status() == MessageStatus.FAILED) {
      return Optional.of(whole.sent(reference, now))
          .filter(after -> endings.amend(MessageStatus.FAILED, after, now));
    }
    return Optional.of(whole.leftAfterAll(send, reference, now))
        .filter(after -> endings.endWaiting(after, now));
  }

  /** Of what waits, only the other parts are sent again; an unknown is asked about by its lane. */
  private Optional<Message> partly(Message before, Message after) {
    if (!before.status().isWaiting()) {
      return Optional.empty();
    }
    var waiting =
        after.withProgress(
            after
                .progress()
                .waitingUntil(
                    before.progress().nextAttemptAt(),
                    before.progress().reason().orElse(Reasons.RETRY_SCHEDULED)),
            after.timeline().updatedAt());
    var lane = laneOf(before);
    return lane.filter(
            known -> desks.changing(known, () -> stores.messages().updateWaiting(waiting, known)))
        .map(known -> waiting);
  }

  private boolean record(Message before, Send send, Message after, Instant now) {
    var told = endings.tell(after, endings.leadOf(before), now);
    var done = stores.messages().record(send.id(), told.message(), Optional.empty(), told.events());
    if (done) {
      endings.afterwards(told);
      laneOf(before).ifPresent(wake);
    }
    return done;
  }

  /** Empty when the line is gone; the lane's sweep finds out then. */
  private Optional<String> laneOf(Message message) {
    var line = message.origin().lineId().flatMap(stores.lines()::find);
    return Senders.knownLaneOf(message.type(), message.workspaceId(), line);
  }
}
