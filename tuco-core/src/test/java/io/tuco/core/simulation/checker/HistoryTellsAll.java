package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the API tells of a message's past is a chain of legal moves from its birth to the status it
 * is shown in, and nothing that was told is taken back.
 */
final class HistoryTellsAll implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    Map<String, Entry.Told> last = new HashMap<>();
    return history
        .all(Entry.Told.class)
        .flatMap(
            told ->
                flaw(told, Optional.ofNullable(last.put(told.messageId(), told))).stream()
                    .map(what -> violation(told, what)));
  }

  private static Violation violation(Entry.Told told, String what) {
    return new Violation(
        "history tells all", told.at(), told.messageId() + " " + what + ": " + told.moves());
  }

  private static Optional<String> flaw(Entry.Told told, Optional<Entry.Told> before) {
    var moves = told.moves();
    if (moves.isEmpty() || !from(moves.get(0)).isEmpty()) {
      return Optional.of("has no beginning");
    }
    if (!to(moves.get(moves.size() - 1)).equals(told.status())) {
      return Optional.of("is shown as " + told.status());
    }
    if (!IntStream.range(0, moves.size()).allMatch(index -> isLegal(told, index))) {
      return Optional.of("has a gap, or a move that may not be");
    }
    return before
        .filter(earlier -> told.leftOut() == 0 && !begins(moves, earlier.moves()))
        .map(earlier -> "has lost what was told: " + earlier.moves());
  }

  private static boolean isLegal(Entry.Told told, int index) {
    var move = told.moves().get(index);
    if (index == 0) {
      return StatusesAreLegal.isBirth(to(move));
    }
    var follows = from(move).equals(to(told.moves().get(index - 1)));
    return StatusesAreLegal.allows(from(move), to(move))
        && (follows || told.leftOut() > 0 && index == told.kept());
  }

  private static boolean begins(List<String> moves, List<String> earlier) {
    return moves.size() >= earlier.size() && moves.subList(0, earlier.size()).equals(earlier);
  }

  private static String from(String move) {
    return move.substring(0, move.indexOf('>'));
  }

  private static String to(String move) {
    return move.substring(move.indexOf('>') + 1);
  }
}
