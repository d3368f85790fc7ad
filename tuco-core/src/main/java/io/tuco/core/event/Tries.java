package io.tuco.core.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attempts at a delivery so far.
 *
 * @param total of all rounds
 * @param inRound of the round under way: a replay begins a new one
 * @param replay whether somebody asked for this round
 * @param log the latest, oldest first
 */
public record Tries(int total, int inRound, boolean replay, List<DeliveryTry> log) {

  private static final int MOST_LOGGED = 50;

  public Tries {
    log = List.copyOf(log);
  }

  public static Tries none() {
    return new Tries(0, 0, false, List.of());
  }

  public Optional<DeliveryTry> last() {
    return log.isEmpty() ? Optional.empty() : Optional.of(log.get(log.size() - 1));
  }

  /** With a new round, because somebody asked for it. */
  public Tries replayed() {
    return new Tries(total, 0, true, log);
  }

  Tries with(DeliveryAnswer answer, Instant endedAt) {
    var more = new ArrayList<>(log.subList(Math.max(0, log.size() - MOST_LOGGED + 1), log.size()));
    more.add(
        new DeliveryTry(
            total + 1,
            endedAt.minus(answer.took()).truncatedTo(ChronoUnit.MILLIS),
            answer.took(),
            answer.statusCode(),
            answer.error(),
            answer.response()));
    return new Tries(total + 1, inRound + 1, replay, more);
  }
}
