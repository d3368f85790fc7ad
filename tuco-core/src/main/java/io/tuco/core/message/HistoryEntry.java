package io.tuco.core.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to a message: a change of status, or news that left it as it was, such as
 * an outcome that became unknown (settled answer 36).
 *
 * @param from empty for the first
 * @param to the same as {@code from} where the status stayed
 * @param reason a sentence; cut to {@link #LONGEST} characters, as is {@code detail}
 * @param attempt which attempt it belongs to, from 1; an attempt that ended before anything was put
 *     to the provider gives its number to the next
 * @param lineId the line the message was to leave from then
 * @param detail what was said more exactly, such as the provider's words or its id
 */
public record HistoryEntry(
    Instant at,
    Optional<MessageStatus> from,
    MessageStatus to,
    String reason,
    Actor by,
    Optional<Integer> attempt,
    Optional<String> lineId,
    Optional<String> detail) {

  /** Providers' words have no limit of their own. */
  public static final int LONGEST = 300;

  public HistoryEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(by, "by");
    reason = cut(reason);
    detail = detail.map(HistoryEntry::cut);
  }

  HistoryEntry by(Actor actor) {
    return new HistoryEntry(at, from, to, reason, actor, attempt, lineId, detail);
  }

  HistoryEntry saying(String more) {
    return new HistoryEntry(at, from, to, reason, by, attempt, lineId, Optional.of(more));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
