package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    Progress progress,
    Annotations annotations) {

  /** A message that nobody has reacted to. */
  public Message(
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
    this(
        id,
        workspaceId,
        direction,
        type,
        status,
        content,
        recipient,
        window,
        origin,
        timeline,
        progress,
        Annotations.none());
  }

  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspaceId, "workspaceId");
  }

  /** It is ours from here on, by this one's doing; its history begins. */
  public Message born(Actor by, String why) {
    var entry =
        new HistoryEntry(
            timeline.updatedAt(),
            Optional.empty(),
            status,
            progress.reason().orElse(why),
            by,
            Optional.empty(),
            origin.lineId(),
            Optional.empty());
    return with(status, content, timeline.telling(History.none().with(entry)), progress);
  }

  /** The attempt begins: from here on the message may have left. */
  public Message sending(Send send, Instant now) {
    return moved(
        MessageStatus.SENDING,
        progress.sending(send),
        now,
        Happenings.BEGUN,
        Optional.of(progress.attempts() + 1));
  }

  /** An earlier attempt of what waits again has left after all. */
  public Message leftAfterAll(Send send, String reference, Instant now) {
    return moved(
            MessageStatus.SENDING,
            progress.sending(send),
            now,
            Happenings.LEFT_EARLIER,
            Optional.empty())
        .toldByProvider()
        .sent(reference, now);
  }

  /** It may have left, by a call that had begun by {@code began}; it stays {@code sending}. */
  public Message unknown(Instant began, Instant now) {
    return with(
            status,
            content,
            timeline.touchedAt(now),
            progress.unknown(began, Reasons.OUTCOME_UNKNOWN))
        .noting(status, Reasons.OUTCOME_UNKNOWN, now, attemptUnderWay());
  }

  /** The provider took it, under {@code reference}. */
  public Message sent(String reference, Instant now) {
    return sent(Optional.of(reference), now).toldByProvider();
  }

  /** Somebody says that it was sent; under which reference is known only if a part had one. */
  public Message confirmed(Instant now) {
    return sent(progress.send().flatMap(Send::reference), now);
  }

  private Message sent(Optional<String> reference, Instant now) {
    requireMove(MessageStatus.SENT);
    var said = progress.send().map(Send::text).orElse(content.text());
    var after =
        with(
                MessageStatus.SENT,
                content.withText(said),
                timeline.sentAt(now),
                progress.accepted(reference))
            .noting(status, Happenings.TAKEN, now, attemptUnderWay());
    return reference.map(after::explained).orElse(after);
  }

  /** The provider took one part, under {@code reference}; others are to follow. */
  public Message partSent(Part part, Address address, String reference, Instant now) {
    var after = withProgress(progress.partAccepted(part, address, reference), now);
    return after.progress().send().flatMap(Send::missing).isEmpty()
        ? after
        : after
            .noting(status, Happenings.PART_TAKEN, now, attemptUnderWay())
            .toldByProvider()
            .explained(reference);
  }

  /** A receipt says that it arrived. */
  public Message delivered(Instant at, Instant now) {
    requireMove(MessageStatus.DELIVERED);
    return with(MessageStatus.DELIVERED, content, timeline.deliveredAt(at, now), progress)
        .noting(status, Happenings.DELIVERED, now, attemptUnderWay())
        .toldByProvider();
  }

  /** A receipt says that the person has read what had arrived; the first one counts. */
  public Message opened(Instant at, Instant now) {
    if (status != MessageStatus.DELIVERED || timeline.readAt().isPresent()) {
      throw new IllegalStateException("message " + id + " is not to be opened: " + status);
    }
    return with(status, content, timeline.readAt(at, now), progress)
        .noting(status, Happenings.READ, now, attemptUnderWay())
        .toldByProvider();
  }

  public Message failed(String error, Instant now) {
    var ended = progress.ended(Optional.empty(), Optional.of(error));
    return moved(MessageStatus.FAILED, ended, now, error);
  }

  /** None of the addresses has iMessage. */
  public Message fellBack(Instant now) {
    var why = Reasons.noIMessageOn(checkedAddresses());
    var ended = progress.ended(Optional.of(why), Optional.empty());
    return moved(MessageStatus.FALLBACK, ended, now, why);
  }

  public Message cancelled(String why, Instant now) {
    var ended = progress.ended(Optional.of(why), Optional.empty());
    return moved(MessageStatus.CANCELLED, ended, now, why);
  }

  /** Nothing left, provably: it waits again. */
  public Message waitingAgain(Progress progress, Instant now) {
    return moved(
        MessageStatus.PENDING, progress, now, progress.reason().orElse(Happenings.WAITS_AGAIN));
  }

  public Message withProgress(Progress changed, Instant now) {
    return with(status, content, timeline.touchedAt(now), changed);
  }

  /** A text follows it; settled in the write that ends it. */
  public Message followedBy(FollowUp text) {
    var after = with(status, content, timeline, progress.followedBy(text));
    return text.made()
        ? after
        : after
            .noting(status, Happenings.FOLLOWED, timeline.updatedAt(), attemptUnderWay())
            .explained(text.messageId());
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
    requireMove(MessageStatus.FAILED);
    var ended = progress.ended(Optional.of(why), Optional.of(why));
    return with(MessageStatus.FAILED, content, timeline.touchedAt(now), ended);
  }

  /** What the person wrote was understood, and acted on. */
  public Message heard(Heard what, String why, Instant now) {
    return with(status, content.understoodAs(what), timeline.touchedAt(now), progress)
        .noting(status, why, now, Optional.empty())
        .changedBy(Actor.OPT_OUT);
  }

  /** Whether it is our own answer to a person's text. */
  public boolean isAutomatic() {
    return origin.answer().isPresent();
  }

  /** Settled by somebody's order. */
  public Message resolvedBy(Resolution order) {
    return with(status, content, timeline, progress.resolvedBy(order))
        .changedBy(Actor.API)
        .explained(order.action().wire() + " by " + order.by());
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
            progress.presumingFirstTouch(firstTouch),
            annotations)
        .noting(status, Happenings.MOVED, now, attemptUnderWay());
  }

  /** The last change was not the dispatcher's doing but this one's. */
  public Message changedBy(Actor actor) {
    return retold(entry -> entry.by(actor));
  }

  /** The last change was told by whoever carries messages of its type. */
  public Message toldByProvider() {
    return changedBy(Actor.carrying(type));
  }

  /** The same with what was noted of and beside it in {@code stored}: it may not know of that. */
  public Message remembering(Message stored) {
    var all = stored.timeline.history().and(timeline.history());
    return with(status, content, timeline.telling(all), progress).annotated(stored.annotations);
  }

  /** The same with this beside it. */
  public Message annotated(Annotations beside) {
    return new Message(
        id,
        workspaceId,
        direction,
        type,
        status,
        content,
        recipient,
        window,
        origin,
        timeline,
        progress,
        beside);
  }

  /** The last change more exactly. */
  public Message explained(String detail) {
    return retold(entry -> entry.saying(detail));
  }

  /** The first instant at which it may leave at all, and from which its life counts. */
  public Instant bornAt() {
    return timeline
        .scheduledFor()
        .filter(timeline.createdAt()::isBefore)
        .orElse(timeline.createdAt());
  }

  /** Whether it is a person's word to us, and not said among several. */
  public boolean isReply() {
    return status == MessageStatus.RECEIVED && annotations.arrival().group().isEmpty();
  }

  /** Who writes to us, or is written to: the lead, or the address that no lead has. */
  public Optional<String> person() {
    return origin
        .leadId()
        .or(() -> recipient.phone().map(Address::value))
        .or(() -> recipient.email().map(Address::value));
  }

  /**
   * Whom its chat is with: the device's name of a chat of several, else the address that was used,
   * or will be.
   */
  public Optional<String> chatWith() {
    return annotations
        .arrival()
        .group()
        .or(() -> progress.send().flatMap(Message::lastUsed))
        .or(() -> preferred().map(Address::value));
  }

  private static Optional<String> lastUsed(Send send) {
    return send.addresses().stream().reduce((one, next) -> next).map(Address::value);
  }

  private Optional<Address> preferred() {
    Optional<Address> phone = recipient.phone().map(number -> number);
    Optional<Address> email = recipient.email().map(address -> address);
    return recipient.order().emailFirst() ? email.or(() -> phone) : phone.or(() -> email);
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

  private Message moved(MessageStatus to, Progress changed, Instant now, String why) {
    return moved(to, changed, now, why, attemptUnderWay());
  }

  private Message moved(
      MessageStatus to, Progress changed, Instant now, String why, Optional<Integer> attempt) {
    requireMove(to);
    return with(to, content, timeline.touchedAt(now), changed).noting(status, why, now, attempt);
  }

  private Message noting(MessageStatus from, String why, Instant now, Optional<Integer> attempt) {
    var entry =
        new HistoryEntry(
            now,
            Optional.of(from),
            status,
            why,
            Actor.DISPATCH,
            attempt,
            origin.lineId(),
            Optional.empty());
    return with(status, content, timeline.telling(timeline.history().with(entry)), progress);
  }

  private Message retold(UnaryOperator<HistoryEntry> otherwise) {
    return with(status, content, timeline.telling(timeline.history().retold(otherwise)), progress);
  }

  private Optional<Integer> attemptUnderWay() {
    return status == MessageStatus.SENDING ? timeline.history().lastAttempt() : Optional.empty();
  }

  private void requireMove(MessageStatus to) {
    if (!StatusRules.allows(status, to)) {
      throw new IllegalStatusChangeException(id, status, to);
    }
  }

  private Message with(MessageStatus to, Content said, Timeline when, Progress how) {
    return new Message(
        id,
        workspaceId,
        direction,
        type,
        to,
        said,
        recipient,
        window,
        origin,
        when,
        how,
        annotations);
  }
}
