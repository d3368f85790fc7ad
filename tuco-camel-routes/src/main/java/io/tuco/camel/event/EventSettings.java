package io.tuco.camel.event;

import java.time.Duration;

/**
 * The numbers of delivery (webhook contract, section 5).
 *
 * @param sweep the endpoint whose exchanges start a sweep, such as a Quartz URI
 * @param connectLimit for a connection, TLS included
 * @param totalLimit for the head of an answer; its body is cut off then, too
 * @param inFlight attempts at one endpoint at the same time
 * @param sweepLimit outboxes and deliveries that one sweep takes up
 */
public record EventSettings(
    String sweep, Duration connectLimit, Duration totalLimit, int inFlight, int sweepLimit) {

  public EventSettings {
    if (connectLimit.compareTo(totalLimit) > 0 || inFlight < 1 || sweepLimit < 1) {
      throw new IllegalArgumentException("limits of delivery do not fit together");
    }
  }

  public static EventSettings documented(String sweep) {
    return new EventSettings(sweep, Duration.ofSeconds(5), Duration.ofSeconds(15), 8, 500);
  }

  /** The same with another total limit; connecting may not take longer than that either. */
  public EventSettings within(Duration limit) {
    var connect = connectLimit.compareTo(limit) < 0 ? connectLimit : limit;
    return new EventSettings(sweep, connect, limit, inFlight, sweepLimit);
  }

  /** How long an attempt may take with everything around it. */
  Duration longestAttempt() {
    return totalLimit.plusSeconds(5);
  }

  /** How long a claim lasts: an attempt, and as long again to wait and to look the host up. */
  Duration claimLife() {
    return longestAttempt().multipliedBy(2);
  }

  /** How long a claim must still last for an attempt to begin; else it is renewed first. */
  Duration leastClaim() {
    return longestAttempt().multipliedBy(3).dividedBy(2);
  }
}
