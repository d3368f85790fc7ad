package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Chronicle;
import java.util.List;

/** Judges a run by its log alone. */
public final class Checker {

  static final List<Rule> RULES =
      List.of(
          new NothingIsLost(),
          new NothingIsDoubled(),
          new IntentComesFirst(),
          new HoursAreKept(),
          new OptOutIsKept(),
          new GapsAreKept(),
          new ContactGapIsKept(),
          new CapsAreKept(),
          new FallbackIsKept(),
          new OrderIsKept(),
          new UnknownIsShown(),
          new StatusesAreLegal(),
          new HistoryTellsAll(),
          new NothingBroke());

  private Checker() {}

  public static List<Violation> judge(Chronicle chronicle) {
    var history = new History(chronicle);
    return RULES.stream().flatMap(rule -> rule.judge(history)).toList();
  }
}
