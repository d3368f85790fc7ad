package io.tuco.core.line;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Round-robin over usable lines: the turn is a number the store hands out once. */
public final class LinePicker {

  private LinePicker() {}

  /**
   * The line whose turn it is.
   *
   * @param turn a number that grows by one per pick, shared by all nodes and kept over restarts
   */
  public static Optional<Line> pick(List<Line> usable, long turn) {
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    var ordered =
        usable.stream().sorted(Comparator.comparing(Line::id)).collect(Collectors.toList());
    return Optional.of(ordered.get((int) Math.floorMod(turn, (long) ordered.size())));
  }
}
