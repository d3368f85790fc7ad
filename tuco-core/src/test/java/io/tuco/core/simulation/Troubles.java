package io.tuco.core.simulation;

/**
 * What goes wrong in a run, and how often.
 *
 * @param storeFails the part of store calls that fail, before or after they are applied
 * @param kills the part of store calls at which the process dies
 * @param freezes the part of store calls and steps at which the process is held up
 * @param provider the part of calls that a provider answers badly
 * @param callbacks the part of callbacks that are lost, late or doubled
 * @param outages how often the store is away for a while
 * @param lapses how often each sender is away, silent or starts again
 * @param clockSteps how often the servers' clock is set
 */
record Troubles(
    double storeFails,
    double kills,
    double freezes,
    double provider,
    double callbacks,
    int outages,
    int lapses,
    int clockSteps) {

  static Troubles drawnFrom(Chance chance) {
    return switch (chance.between(0, 9)) {
      case 0 -> new Troubles(0, 0, 0, 0, 0, 0, 0, 0);
      case 1, 2 -> new Troubles(0, 0, 0, 0.2, 0.3, 0, chance.between(0, 3), 0);
      case 3 -> new Troubles(0.01, 0, 0, 0.1, 0.1, 2, 0, 0);
      case 4 -> new Troubles(0, 0.005, 0.01, 0.1, 0.1, 0, 1, 0);
      case 5 -> new Troubles(0, 0.001, 0.002, 0.1, 0.1, 0, 1, chance.between(1, 4));
      default ->
          new Troubles(
              0.003, 0.002, 0.003, 0.25, 0.4, chance.between(0, 2), chance.between(0, 3), 0);
    };
  }

  boolean stepsClocks() {
    return clockSteps > 0;
  }
}
