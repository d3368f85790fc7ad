package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import io.tuco.core.simulation.log.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was accepted is there, and at the end of the run, when everything was well for long, it has
 * ended; what it ended as is what happened at the provider. An order of somebody is taken at its
 * word.
 */
final class NothingIsLost implements Rule {

  private static final Set<String> SENT = Set.of("sent", "delivered");
  private static final Set<String> NOT_SENT = Set.of("failed", "fallback", "cancelled");

  @Override
  public Stream<Violation> judge(History history) {
    var found = new ArrayList<Violation>();
    history
        .all(Entry.Accepted.class)
        .filter(accepted -> history.letter(accepted.messageId()).isEmpty())
        .map(accepted -> violation(accepted.at(), accepted.messageId() + " is nowhere"))
        .forEach(found::add);
    history.letters().values().forEach(letter -> judge(letter, history, found));
    return found.stream();
  }

  private static void judge(Letter letter, History history, List<Violation> found) {
    var id = letter.messageId();
    var last = history.lastShown(id).orElseThrow();
    if (SENT.contains(last.status())) {
      if (!hasLeftWhole(id, history)
          && !history.isOrdered(id, "confirm_sent")
          && !Twins.of(letter, history).areAllThere()) {
        found.add(violation(last.at(), id + " is shown as sent and has not left"));
      }
    } else if (NOT_SENT.contains(last.status())) {
      if (hasArrivedWhole(id, history) && !isRepeated(letter, history)) {
        found.add(violation(last.at(), id + " is shown as " + last.status() + " and has left"));
      }
    } else if (!isForGood(letter, last, history)) {
      found.add(
          violation(
              last.at(), id + " is still " + last.status() + ": " + last.reason().orElse("")));
    }
  }

  /** What was sent again although it might have left may well end otherwise than the first time. */
  private static boolean isRepeated(Letter letter, History history) {
    return !history.orders(letter.messageId()).isEmpty()
        || history.shown(letter.messageId()).stream().anyMatch(Entry.Shown::unknown)
            && (letter.channel().equals("email")
                || history.resendAfter(letter.workspaceId()).isPresent());
  }

  /** Of a mail that was lost twice nobody will ever know, nor of what a line left that is gone. */
  private static boolean isForGood(Letter letter, Entry.Shown last, History history) {
    return last.unknown() && (isLostTwice(letter, history) || isOrphaned(letter, history));
  }

  private static boolean isOrphaned(Letter letter, History history) {
    return history.talksOf(letter.messageId()).stream().anyMatch(history::isGone);
  }

  private static boolean isLostTwice(Letter letter, History history) {
    return letter.channel().equals("email")
        && history.shown(letter.messageId()).stream()
                .filter(Entry.Shown::unknown)
                .map(Entry.Shown::sendId)
                .distinct()
                .count()
            > 1;
  }

  private static boolean hasLeftWhole(String id, History history) {
    var parts = parts(id, history);
    return parts > 0
        && history.talksOf(id).stream()
                .filter(talk -> talk.left().isPresent())
                .map(talk -> talk.called().part())
                .distinct()
                .count()
            == parts;
  }

  private static boolean hasArrivedWhole(String id, History history) {
    var parts = parts(id, history);
    return parts > 0
        && history.talksOf(id).stream()
                .filter(Talk::arrived)
                .map(talk -> talk.called().part())
                .distinct()
                .count()
            == parts;
  }

  private static int parts(String id, History history) {
    return history.talksOf(id).stream().mapToInt(talk -> talk.called().parts()).max().orElse(0);
  }

  private static Violation violation(Moment at, String what) {
    return new Violation("nothing is lost", at, what);
  }
}
