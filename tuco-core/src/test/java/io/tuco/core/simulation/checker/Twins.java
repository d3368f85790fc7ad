package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import java.util.List;
import java.util.Set;

/**
 * Texts that nobody can tell apart: SMS of the same words to the same person, each of which was
 * unknown for a while. A provider that lists what it took does not say for which of them, so they
 * count together.
 */
record Twins(List<Letter> letters, long arrived, long sent) {

  private static final Set<String> SENT = Set.of("sent", "delivered");

  static Twins of(Letter letter, History history) {
    var alike =
        history
            .lettersAlike(letter)
            .filter(each -> history.shown(each.messageId()).stream().anyMatch(Entry.Shown::unknown))
            .toList();
    var arrived =
        alike.stream()
            .flatMap(each -> history.talksOf(each.messageId()).stream())
            .filter(Talk::arrived)
            .count();
    var sent =
        alike.stream()
            .filter(each -> history.lastShown(each.messageId()).map(Twins::isSent).orElse(false))
            .count();
    return new Twins(alike, arrived, sent);
  }

  private static boolean isSent(Entry.Shown last) {
    return SENT.contains(last.status());
  }

  /** Whether as many arrived as are shown as sent. */
  boolean areAllThere() {
    return letters.size() > 1 && arrived >= sent;
  }

  /** Whether no more arrived than there are messages. */
  boolean areNoMore() {
    return letters.size() > 1 && arrived <= letters.size();
  }
}
