package io.tuco.core.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that happened to a message, in the order it was noted, as far as it is kept: how it began and
 * how it ended always, of what lies between the latest. It is part of the message, so that a change
 * and its entry are one write; a store adds what is new and takes nothing back.
 *
 * @param leftOut how many entries are missing after the first {@link #FIRST}
 */
public record History(List<HistoryEntry> entries, int leftOut) {

  /** So many are kept from the beginning. */
  public static final int FIRST = 10;

  /** And no more than so many in all: what a document can carry through every write. */
  public static final int MOST = 50;

  private static final History NONE = new History(List.of(), 0);

  public History {
    entries = List.copyOf(entries);
  }

  public static History none() {
    return NONE;
  }

  History with(HistoryEntry entry) {
    var more = new ArrayList<>(entries);
    more.add(entry);
    var tooMany = Math.max(0, more.size() - MOST);
    if (tooMany > 0) {
      more.subList(FIRST, FIRST + tooMany).clear();
    }
    return new History(more, leftOut + tooMany);
  }

  /**
   * What is stored, and what {@code later} tells besides: whoever writes may not know of what
   * another noted meanwhile. Only what has grown too long replaces what is stored.
   */
  History and(History later) {
    if (later.leftOut > 0) {
      return later;
    }
    var all = new LinkedHashSet<>(entries);
    all.addAll(later.entries);
    return new History(List.copyOf(all), leftOut);
  }

  /** The same with the last entry told otherwise; nothing where there is none. */
  History retold(UnaryOperator<HistoryEntry> otherwise) {
    if (entries.isEmpty()) {
      return this;
    }
    var same = new ArrayList<>(entries);
    same.set(same.size() - 1, otherwise.apply(same.get(same.size() - 1)));
    return new History(same, leftOut);
  }

  /** The number of the attempt that was begun last. */
  Optional<Integer> lastAttempt() {
    for (var at = entries.size() - 1; at >= 0; at--) {
      if (entries.get(at).attempt().isPresent()) {
        return entries.get(at).attempt();
      }
    }
    return Optional.empty();
  }
}
