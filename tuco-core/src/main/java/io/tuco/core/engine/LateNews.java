package io.tuco.core.engine;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a device or provider tells of a send outside of any turn, perhaps late, twice, or out of
 * order: proof that it left, that it arrived, or that it failed after all. Never lowers a status.
 */
public final class LateNews {

  private final Stores stores;
  private final Endings endings;
  private final RecentFacts facts;
  private final Consumer<String> wake;

  /**
   * @param wake told the lane that a settled send had held
   */
  LateNews(Stores stores, Endings endings, RecentFacts facts, Consumer<String> wake) {
    this.stores = stores;
    this.endings = endings;
    this.facts = facts;
    this.wake = wake;
  }

  /**
   * The send has left, under the provider's {@code reference}: an unknown is settled, a failure
   * recovered, and what waits to be sent again is not.
   *
   * @param part the number in the send's token
   * @return false when no message has such a send, or it was known already
   */
  public boolean left(String sendId, int part, String reference, Instant now) {
    return stores
        .messages()
        .findBySend(sendId)
        .flatMap(message -> settled(message, sendId, part, reference, now))
        .isPresent();
  }

  /** It has arrived. */
  public boolean delivered(String externalId, Instant at, Instant now) {
    return stores
        .messages()
        .findByExternalId(externalId)
        .filter(message -> message.status() == MessageStatus.SENT)
        .filter(message -> message.progress().externalId().equals(Optional.of(externalId)))
        .filter(message -> endings.amend(MessageStatus.SENT, message.delivered(at, now), now))
        .isPresent();
  }

  /**
   * It was accepted, and failed all the same: for want of iMessage at its address, or for good. Of
   * several parts others may have arrived, so that nothing falls back (settled answer 11).
   */
  public boolean failed(String externalId, String reason, boolean noIMessage, Instant now) {
    return stores
        .messages()
        .findByExternalId(externalId)
        .filter(message -> message.status() == MessageStatus.SENT)
        .filter(
            message ->
                endings.amend(
                    MessageStatus.SENT,
                    noIMessage && isOfOnePart(message)
                        ? fellBack(message, now)
                        : message.failed(reason, now),
                    now))
        .isPresent();
  }

  private static Message fellBack(Message message, Instant now) {
    var tried = message.progress().send().map(Send::addresses).orElseGet(List::of);
    return message.withProgress(message.progress().withUnreachable(tried), now).fellBack(now);
  }

  private Optional<Message> settled(
      Message message, String sendId, int part, String reference, Instant now) {
    var send = message.progress().send().filter(last -> last.id().equals(sendId));
    if (message.status() == MessageStatus.SENDING && send.filter(Send::isUnknown).isPresent()) {
      return sent(message, send.get(), part, reference, now)
          .filter(after -> record(message, send.get(), after, now));
    }
    if (message.status() == MessageStatus.FAILED
        && isOfOnePart(message)
        && !failedAfter(message, reference)) {
      return Optional.of(message.sent(reference, now))
          .filter(after -> endings.amend(MessageStatus.FAILED, after, now));
    }
    return message.status().isWaiting() && isOfOnePart(message) && send.isPresent()
        ? Optional.of(message.sending(send.get(), now).sent(reference, now))
            .filter(after -> endings.endWaiting(after, now))
        : Optional.empty();
  }

  /** It was taken under this reference and failed later: that it was taken is no news. */
  private static boolean failedAfter(Message message, String reference) {
    return message.progress().externalId().equals(Optional.of(reference));
  }

  /** That one part has left says nothing of the others. */
  private static boolean isOfOnePart(Message message) {
    return message.progress().send().filter(last -> last.parts().size() > 1).isEmpty();
  }

  /** Only a send of one part is settled here; of several, the lane's own question tells all. */
  private static Optional<Message> sent(
      Message message, Send send, int part, String reference, Instant now) {
    return send.parts().size() == 1 && part == 0 && !send.addresses().isEmpty()
        ? Optional.of(
            message
                .partSent(send.parts().get(0), send.addresses().get(0), reference, now)
                .sent(reference, now))
        : Optional.empty();
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
    return Senders.knownLaneOf(
        message.type(), message.workspaceId(), message.origin().lineId().flatMap(facts::line));
  }
}
