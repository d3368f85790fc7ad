package io.tuco.core.engine.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long to wait before a CRM is tried again: longer each time, and for as long as it says. */
final class RetryPauses {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(30));

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private RetryPauses() {}

  /**
   * @param tries how many there were
   * @param notBefore what the CRM or its connector said
   */
  static Instant after(int tries, Optional<Instant> notBefore, Instant now) {
    var shortest = now.plus(SHORTEST);
    return notBefore
        .map(said -> said.isBefore(shortest) ? shortest : said)
        .orElseGet(() -> now.plus(pause(tries)));
  }

  /** Somebody has to change something first. */
  static Instant afterPeople(int tries, Instant now) {
    var pause = pause(tries).multipliedBy(12);
    return now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }

  private static Duration pause(int tries) {
    return tries <= PAUSES.size() ? PAUSES.get(Math.max(0, tries - 1)) : LONGEST;
  }
}
