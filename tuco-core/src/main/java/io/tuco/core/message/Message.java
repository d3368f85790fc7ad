package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One message to or from one person. A value: every change makes a new one, and a change of status
 * that {@link StatusRules} does not allow is an {@link IllegalStatusChangeException}.
 */
public record Message(
    String id,
    String workspaceId,
    Direction direction,
    MessageType type,
    MessageStatus status,
    Content content,
    Recipient recipient,
    WindowSettings window,
    Origin origin,
    Timeline timeline,
    Progress progress) {

  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspaceId, "workspaceId");
  }

  /** The attempt begins: from here on the message may have left. */
  public Message sending(Send send, Instant now) {
    return moved(MessageStatus.SENDING, progress.sending(send), now);
  }

  /** It may have left, by a call that had begun by {@code began}; it stays {@code sending}. */
  public Message unknown(Instant began, Instant now) {
    return with(
        status, content, timeline.touchedAt(now), progress.unknown(began, Reasons.OUTCOME_UNKNOWN));
  }

  /** The provider took it, under {@code reference}. */
  public Message sent(String reference, Instant now) {
    return sent(Optional.of(reference), now);
  }

  /** Somebody says that it was sent; under which reference is known only if a part had one. */
  public Message confirmed(Instant now) {
    return sent(progress.send().flatMap(Send::reference), now);
  }

  private Message sent(Optional<String> reference, Instant now) {
    requireMove(MessageStatus.SENT);
    var said = progress.send().map(Send::text).orElse(content.text());
    return with(
        MessageStatus.SENT,
        content.withText(said),
        timeline.sentAt(now),
        progress.accepted(reference));
  }

  /** The provider took one part, under {@code reference}; others are to follow. */
  public Message partSent(Part part, Address address, String reference, Instant now) {
    return withProgress(progress.partAccepted(part, address, reference), now);
  }

  /** A receipt says that it arrived. */
  public Message delivered(Instant at, Instant now) {
    requireMove(MessageStatus.DELIVERED);
    return with(MessageStatus.DELIVERED, content, timeline.deliveredAt(at, now), progress);
  }

  public Message failed(String error, Instant now) {
    return moved(MessageStatus.FAILED, progress.ended(Optional.empty(), Optional.of(error)), now);
  }

  /** None of the addresses has iMessage. */
  public Message fellBack(Instant now) {
    var why = Reasons.noIMessageOn(checkedAddresses());
    return moved(MessageStatus.FALLBACK, progress.ended(Optional.of(why), Optional.empty()), now);
  }

  public Message cancelled(String why, Instant now) {
    return moved(MessageStatus.CANCELLED, progress.ended(Optional.of(why), Optional.empty()), now);
  }

  /** Nothing left, provably: it waits again. */
  public Message waitingAgain(Progress progress, Instant now) {
    return moved(MessageStatus.PENDING, progress, now);
  }

  public Message withProgress(Progress changed, Instant now) {
    return with(status, content, timeline.touchedAt(now), changed);
  }

  /** A text follows it; settled in the write that ends it. */
  public Message followedBy(FollowUp text) {
    return with(status, content, timeline, progress.followedBy(text));
  }

  /** A new message that waits for this date instead, for this reason. */
  public Message scheduledFor(Instant date, String why) {
    requireMove(MessageStatus.SCHEDULED);
    return with(
        MessageStatus.SCHEDULED,
        content,
        timeline.scheduledFor(date),
        progress.waitingUntil(Optional.empty(), why));
  }

  /** A new message to somebody nobody may write to. */
  public Message suppressed(String why, Instant now) {
    return moved(MessageStatus.FAILED, progress.ended(Optional.of(why), Optional.of(why)), now);
  }

  /** Settled by somebody's order. */
  public Message resolvedBy(Resolution order) {
    return with(status, content, timeline, progress.resolvedBy(order));
  }

  public Message withEvents(long count) {
    return with(status, content, timeline, progress.withEvents(count));
  }

  /**
   * The same message from another line; only while it waits.
   *
   * @param firstTouch whether that line never wrote to the person, as far as is known
   */
  public Message movedToLine(String lineId, boolean firstTouch, Instant now) {
    return new Message(
        id,
        workspaceId,
        direction,
        type,
        status,
        content,
        recipient,
        window,
        origin.withLine(lineId),
        timeline.touchedAt(now),
        progress.presumingFirstTouch(firstTouch));
  }

  /** The first instant at which it may leave at all, and from which its life counts. */
  public Instant bornAt() {
    return timeline
        .scheduledFor()
        .filter(timeline.createdAt()::isBefore)
        .orElse(timeline.createdAt());
  }

  /** Whether anything of it is known to have left: then a place in its line's day is used up. */
  public boolean hasLeft() {
    return status == MessageStatus.SENT || status == MessageStatus.DELIVERED || hasLeftInPart();
  }

  /** Whether one of its parts has left, whatever becomes of the others. */
  public boolean hasLeftInPart() {
    return progress.send().map(Send::hasLeftInPart).orElse(false);
  }

  /** When its sending ended, well or not; empty while it has not, and where none ever began. */
  public Optional<Instant> sendEndedAt() {
    if (status == MessageStatus.SENT || status == MessageStatus.DELIVERED) {
      return timeline.sentAt();
    }
    return status == MessageStatus.FAILED && progress.send().isPresent()
        ? timeline.sentAt().or(() -> Optional.of(timeline.updatedAt()))
        : Optional.empty();
  }

  public boolean isUnknown() {
    return status == MessageStatus.SENDING && progress.send().map(Send::isUnknown).orElse(false);
  }

  /** Whether an answer to its attempt may still come. */
  public boolean isInFlight() {
    return status == MessageStatus.SENDING && !isUnknown();
  }

  public List<String> checkedAddresses() {
    return progress.unreachable().stream().map(Address::value).collect(Collectors.toList());
  }

  /** The first instant at which a waiting message may be looked at again. */
  public Instant dueAt() {
    return progress.nextAttemptAt().or(timeline::scheduledFor).orElse(timeline.createdAt());
  }

  private Message moved(MessageStatus to, Progress changed, Instant now) {
    requireMove(to);
    return with(to, content, timeline.touchedAt(now), changed);
  }

  private void requireMove(MessageStatus to) {
    if (!StatusRules.allows(status, to)) {
      throw new IllegalStatusChangeException(id, status, to);
    }
  }

  private Message with(MessageStatus to, Content said, Timeline when, Progress how) {
    return new Message(
        id, workspaceId, direction, type, to, said, recipient, window, origin, when, how);
  }
}
