package io.tuco.core.engine;

import io.tuco.core.intake.SendMark;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Asked;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The way of a call without a key (API contract, section 3): the same words to the same phone are
 * one message within the window, unless nothing came of it. Whoever finds a mark without its
 * message stores that message.
 */
final class GuardedEntrance implements Entrance {

  /** A mark can change under a call this often before something else must be wrong. */
  private static final int RIVALS = 20;

  private static final Set<MessageStatus> CAME_TO_NOTHING =
      Set.of(MessageStatus.FAILED, MessageStatus.FALLBACK, MessageStatus.CANCELLED);

  private final Stores stores;
  private final SendMark own;
  private final Duration window;
  private Optional<Asked<Boolean>> marking = Optional.empty();
  private Optional<SendMark> held = Optional.empty();
  private Instant askedAt;

  GuardedEntrance(Stores stores, SendMark own, Duration window) {
    this.stores = stores;
    this.own = own;
    this.window = window;
    this.askedAt = own.at();
  }

  @Override
  public void approach() {
    if (held.isEmpty()) {
      marking = Optional.of(stores.sendMarks().askInsert(own));
    }
  }

  @Override
  public Optional<SubmissionResult> barred(Instant now) {
    askedAt = now;
    if (held.isPresent()) {
      return Optional.empty();
    }
    for (var rival = 0; rival < RIVALS; rival++) {
      var found = isMarked() ? Optional.of(own) : stores.sendMarks().find(own);
      var original = found.flatMap(this::messageOf);
      if (original.filter(this::counts).isPresent()) {
        return original.map(this::skipped);
      }
      if (found.filter(mark -> isOurs(mark, original)).isPresent()) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("a mark changed " + RIVALS + " times");
  }

  private boolean isMarked() {
    var asked = marking;
    marking = Optional.empty();
    return asked.map(Asked::answer).orElseGet(() -> stores.sendMarks().insert(own));
  }

  /** Whether it is barred now; marks nothing. */
  boolean wouldSkip() {
    return stores.sendMarks().find(own).flatMap(this::messageOf).filter(this::counts).isPresent();
  }

  @Override
  public String messageId() {
    return held.orElseThrow().messageId();
  }

  @Override
  public SubmissionResult overtaken() {
    return held.flatMap(this::messageOf).map(this::skipped).orElseThrow();
  }

  @Override
  public void refused() {
    held.ifPresent(stores.sendMarks()::remove);
  }

  /** The mark stays: the message may be stored, and the same call again will find out. */
  @Override
  public void failed(RuntimeException failure) {}

  /** Ours is the mark just made, the recent one without a message, and the old one we replace. */
  private boolean isOurs(SendMark found, Optional<Message> original) {
    var isPending = original.isEmpty() && isRecent(found.at());
    if (found.equals(own) || isPending || stores.sendMarks().replace(found, own)) {
      held = Optional.of(isPending ? found : own);
      return true;
    }
    return false;
  }

  private Optional<Message> messageOf(SendMark mark) {
    return mark.equals(own) && held.isEmpty()
        ? Optional.empty()
        : stores.messages().find(mark.workspaceId(), mark.messageId());
  }

  private boolean counts(Message original) {
    return isRecent(original.timeline().createdAt())
        && !CAME_TO_NOTHING.contains(original.status());
  }

  private boolean isRecent(Instant at) {
    return askedAt.isBefore(at.plus(window));
  }

  private SubmissionResult skipped(Message original) {
    var since = Duration.between(original.timeline().createdAt(), askedAt);
    return new SubmissionResult.Skipped(original, Math.max(0, since.toSeconds()));
  }
}
