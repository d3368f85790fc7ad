package io.tuco.core.line;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Round-robin over usable lines: the turn is a number the store hands out once. */
public final class LinePicker {

  private LinePicker() {}

  /**
   * The line whose turn it is.
   *
   * @param turn a number that grows by one per pick, shared by all nodes and kept over restarts
   */
  public static Optional<Line> pick(List<Line> usable, long turn) {
    return inTurn(usable, turn).stream().findFirst();
  }

  /** All of them, the one whose turn it is first and the others as they follow. */
  public static List<Line> inTurn(List<Line> usable, long turn) {
    if (usable.isEmpty()) {
      return List.of();
    }
    var ordered =
        usable.stream().sorted(Comparator.comparing(Line::id)).collect(Collectors.toList());
    var first = (int) Math.floorMod(turn, (long) ordered.size());
    return Stream.concat(
            ordered.subList(first, ordered.size()).stream(), ordered.subList(0, first).stream())
        .toList();
  }
}
