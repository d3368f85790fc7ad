package io.tuco.core.dispatch;

import io.tuco.core.account.MailAccount;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Reasons;
import io.tuco.core.timing.SendHours;
import io.tuco.core.timing.SendWindow;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rule holds a message back now, in the documented order (API contract, section 4.3): its
 * date and window, the line's health and caps, the device's gap, the line's contact gap. What
 * belongs to the message, the line and the lane is asked apart, because a line's rule holds its
 * whole backlog at the cost of one instant.
 */
public final class Gate {

  // A window that accept found open may vanish when the zone's rules change; it is asked daily.
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private Gate() {}

  /** What of the message itself holds it: its date, then its window. */
  public static Optional<Hold> ofMessage(Message message, Workspace workspace, Instant now) {
    return date(message, workspace, now)
        .or(
            () ->
                SendHours.of(message.window(), workspace.zone())
                    .flatMap(hours -> window(hours, now)));
  }

  /** Whether a window is closed now. */
  public static Optional<Hold> window(SendWindow window, Instant now) {
    if (window.isOpen(now)) {
      return Optional.empty();
    }
    var opens = window.nextOpen(now).orElse(now.plus(LOOK_AGAIN));
    return Optional.of(
        new Hold(
            HeldBy.SEND_WINDOW,
            Reasons.OUTSIDE_WINDOW,
            window.closedSince(now),
            Optional.of(opens),
            HoldSentences.window(window, opens)));
  }

  /**
   * What of the line holds a message: its health, its caps, then its contact gap.
   *
   * @param firstTouch whether the message would be the line's first to the person
   */
  public static Optional<Hold> ofLine(
      Line line,
      SenderHealth health,
      LineUsage used,
      CapDays days,
      boolean firstTouch,
      Instant now) {
    var usage = used.at(days.dayOf(now), CapDays.hourOf(now));
    return health(health, now)
        .or(() -> dailyTotal(line, usage, days, now))
        .or(() -> firstTouch ? dailyNew(line, usage, days, now) : Optional.empty())
        .or(() -> firstTouch ? hourlyNew(line, usage, now) : Optional.empty())
        .or(() -> hourlyMail(line, usage, now))
        .or(() -> firstTouch ? contactGap(line, usage, now) : Optional.empty());
  }

  /** Whether the sender is well enough to be used. */
  public static Optional<Hold> health(SenderHealth health, Instant now) {
    return health.isHealthy()
        ? Optional.empty()
        : Optional.of(
            new Hold(
                HeldBy.NO_HEALTHY_LINE,
                Reasons.NO_HEALTHY_LINE,
                health.since().or(health::checkedAt),
                Optional.empty(),
                HoldSentences.health(health)));
  }

  /** Whether the lane rests after an earlier send. */
  public static Optional<Hold> ofLane(Instant freeAt, Duration gap, Instant now) {
    return freeAt.isAfter(now)
        ? Optional.of(
            new Hold(
                HeldBy.DEVICE_GAP,
                Reasons.DEVICE_GAP,
                Optional.of(freeAt.minus(gap)),
                Optional.of(freeAt),
                HoldSentences.deviceGap(gap, freeAt)))
        : Optional.empty();
  }

  private static Optional<Hold> date(Message message, Workspace workspace, Instant now) {
    return message
        .timeline()
        .scheduledFor()
        .filter(now::isBefore)
        .map(
            due ->
                new Hold(
                    HeldBy.SCHEDULED_DATE,
                    message.progress().reason().orElse(Reasons.SCHEDULED),
                    Optional.of(message.timeline().createdAt()),
                    Optional.of(due),
                    HoldSentences.date(due, workspace.zone())));
  }

  private static Optional<Hold> dailyTotal(Line line, LineUsage usage, CapDays days, Instant now) {
    var limit = line.limits().messagesPerDay();
    return usage.total() < limit
        ? Optional.empty()
        : Optional.of(
            daily(HeldBy.DAILY_TOTAL_LIMIT, limit, "messages", usage.lastSendAt(), days, now));
  }

  private static Optional<Hold> dailyNew(Line line, LineUsage usage, CapDays days, Instant now) {
    var limit = line.limits().newConversationsPerDay();
    return usage.firsts() < limit
        ? Optional.empty()
        : Optional.of(
            daily(
                HeldBy.DAILY_NEW_LIMIT,
                limit,
                "new contacts",
                usage.lastFirstTouchAt(),
                days,
                now));
  }

  private static Hold daily(
      HeldBy by, int limit, String what, Optional<Instant> since, CapDays days, Instant now) {
    var turns = days.endOfDay(now);
    return new Hold(
        by,
        Reasons.DAILY_LIMIT,
        since,
        Optional.of(turns),
        HoldSentences.dailyLimit(limit, what, turns, days.zoneAt(now)));
  }

  private static Optional<Hold> hourlyNew(Line line, LineUsage usage, Instant now) {
    var limit = line.limits().firstTouchesPerHour();
    if (line.channel() == MessageType.EMAIL || usage.hourFirsts() < limit) {
      return Optional.empty();
    }
    var turns = nextHour(now);
    return Optional.of(
        new Hold(
            HeldBy.HOURLY_FIRST_TOUCH_LIMIT,
            Reasons.HOURLY_LIMIT,
            usage.lastFirstTouchAt(),
            Optional.of(turns),
            HoldSentences.hourlyLimit(limit, "new contacts", turns)));
  }

  private static Optional<Hold> hourlyMail(Line line, LineUsage usage, Instant now) {
    var limit =
        line.carrier() instanceof Carrier.ByMail mail
            ? maxPerHour(mail.account())
            : Integer.MAX_VALUE;
    if (usage.hourTotal() < limit) {
      return Optional.empty();
    }
    var turns = nextHour(now);
    return Optional.of(
        new Hold(
            HeldBy.QUEUE,
            Reasons.MAILBOX_LIMIT,
            usage.lastSendAt(),
            Optional.of(turns),
            HoldSentences.hourlyLimit(limit, "mails", turns)));
  }

  private static int maxPerHour(MailAccount account) {
    return account.maxPerHour().orElse(Integer.MAX_VALUE);
  }

  private static Optional<Hold> contactGap(Line line, LineUsage usage, Instant now) {
    var gap = line.limits().contactGap();
    return usage
        .lastFirstTouchAt()
        .filter(last -> last.plus(gap).isAfter(now))
        .map(
            last ->
                new Hold(
                    HeldBy.CONTACT_GAP,
                    Reasons.CONTACT_GAP,
                    Optional.of(last),
                    Optional.of(last.plus(gap)),
                    HoldSentences.contactGap(gap, last.plus(gap))));
  }

  private static Instant nextHour(Instant now) {
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), 3_600) + 1) * 3_600);
  }
}
