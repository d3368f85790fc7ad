package io.tuco.core.line;

import io.tuco.core.message.MessageType;
import java.time.Duration;

/** What keeps a line healthy: its caps and its gap between first touches (contract, 4.3). */
public record LineLimits(
    int newConversationsPerDay, int messagesPerDay, int firstTouchesPerHour, Duration contactGap) {

  public LineLimits {
    if (newConversationsPerDay < 0 || messagesPerDay < 0 || firstTouchesPerHour < 0) {
      throw new IllegalArgumentException("a limit is never negative");
    }
  }

  public static LineLimits defaults() {
    return of(MessageType.IMESSAGE);
  }

  /** The defaults of a channel (API contract, section 4.3; e-mail contract, section 1). */
  public static LineLimits of(MessageType channel) {
    var gap = channel == MessageType.EMAIL ? Duration.ZERO : Duration.ofSeconds(45);
    return new LineLimits(50, 75, 50, gap);
  }
}
