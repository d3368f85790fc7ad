package io.tuco.core.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The outline of a run, drawn from its seed.
 *
 * @param active how long clients and troubles last; afterwards everything is well again
 * @param smallLimits caps and gaps that are reached soon, instead of the documented ones
 * @param honoursTokens whether relays refuse a token that they have seen
 */
record Plan(
    Instant start,
    Duration active,
    int nodes,
    int devices,
    int workspaces,
    boolean smallLimits,
    boolean honoursTokens,
    Troubles troubles) {

  /** Nights on which clocks change somewhere, and some on which they do not. */
  private static final List<String> STARTS =
      List.of(
          "2027-03-13T12:00:00Z",
          "2027-11-06T12:00:00Z",
          "2027-04-03T00:00:00Z",
          "2027-10-02T00:00:00Z",
          "2027-04-29T06:00:00Z",
          "2027-09-25T00:00:00Z",
          "2027-01-04T00:00:00Z",
          "2027-06-30T20:00:00Z",
          "2028-02-28T09:00:00Z");

  static Plan drawnFrom(Chance chance) {
    return new Plan(
        Instant.parse(chance.pick(STARTS)).plusSeconds(chance.between(0, 40_000)),
        Duration.ofHours(chance.between(6, 72)),
        chance.between(1, 3),
        chance.between(1, 3),
        chance.between(1, 3),
        chance.hits(0.75),
        chance.hits(0.3),
        Troubles.drawnFrom(chance));
  }
}
