package io.tuco.camel.crm;

import java.time.Duration;

/**
 * The numbers of the transport.
 *
 * @param call from the start of one HTTP call to the last byte of its answer
 * @param patience how long a call may be on its way with all its waits and repetitions; what would
 *     take longer is put off
 * @param tries how often a call that can be repeated is made in all
 * @param pause before the first repetition; doubled before each further one
 * @param answerBytes the longest answer
 * @param failures in a row after which a connection is taken for down
 * @param firstBreak how long it is left alone then; doubled while its trials fail
 * @param longestBreak the most of that
 * @param refreshLease how long one node alone may refresh a connection's tokens; longer than the
 *     calls of two tries take
 * @param refreshLook how often the others look whether it has
 */
public record CrmLimits(
    Duration call,
    Duration patience,
    int tries,
    Duration pause,
    int answerBytes,
    int failures,
    Duration firstBreak,
    Duration longestBreak,
    Duration refreshLease,
    Duration refreshLook) {

  private static final int ANSWER_BYTES = 8 * 1024 * 1024;

  /** What holds in the program. */
  public static CrmLimits documented() {
    return new CrmLimits(
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        4,
        Duration.ofMillis(500),
        ANSWER_BYTES,
        5,
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofSeconds(120),
        Duration.ofMillis(250));
  }
}
