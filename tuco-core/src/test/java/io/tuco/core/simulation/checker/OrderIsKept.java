package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import io.tuco.core.simulation.log.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * First in, first out: of two messages that wait under the same rules, the one accepted first
 * begins first. Compared are plain texts of one line of a device and of the same hours, without a
 * date of their own, each begun once and never moved, both to people the line knew already or both
 * to people it did not know; stored in that order, and more than a second apart by the wall clock,
 * which is how finely ids of several processes sort; while the device was healthy throughout.
 */
final class OrderIsKept implements Rule {

  private static final long APART_MILLIS = 1_100;

  private record Waiting(Letter letter, Moment born, Moment began) {}

  @Override
  public Stream<Violation> judge(History history) {
    var first = Contacts.firstCalls(history).stream().map(Talk::messageId).toList();
    var queues = new HashMap<String, List<Waiting>>();
    history
        .all(Entry.Born.class)
        .forEach(
            born ->
                waiting(born, history)
                    .ifPresent(
                        each ->
                            queue(each, first.contains(each.letter().messageId()), history)
                                .ifPresent(queue -> History.add(queues, queue, each))));
    return queues.values().stream().flatMap(queue -> judge(queue, history).stream());
  }

  private static Optional<Waiting> waiting(Entry.Born born, History history) {
    var letter = born.letter();
    var begun =
        history.shown(letter.messageId()).stream()
            .filter(each -> each.status().equals("sending") && !each.unknown())
            .toList();
    var talks = history.talksOf(letter.messageId());
    var isPlain =
        letter.channel().equals("imessage")
            && letter.attachments() == 0
            && letter.scheduledFor().isEmpty()
            && history.shown(letter.messageId()).stream()
                .noneMatch(each -> each.status().equals("scheduled"));
    return isPlain
            && begun.size() == 1
            && talks.size() == 1
            && talks.get(0).called().lineId().equals(letter.lineId())
        ? Optional.of(new Waiting(letter, born.at(), begun.get(0).at()))
        : Optional.empty();
  }

  /** Empty where nobody can tell from outside which rules held it. */
  private static Optional<String> queue(Waiting each, boolean isFirst, History history) {
    var line = each.letter().lineId().orElse("");
    var kind = isFirst ? "new" : isKnown(each, line, history) ? "known" : "";
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(line + " " + kind + " " + each.letter().hours());
  }

  private static boolean isKnown(Waiting each, String line, History history) {
    return history
        .talks()
        .takeWhile(talk -> talk.at().isBefore(each.born()))
        .filter(talk -> talk.called().lineId().filter(line::equals).isPresent())
        .filter(
            talk ->
                history
                    .letter(talk.messageId())
                    .flatMap(Letter::person)
                    .equals(each.letter().person()))
        .anyMatch(
            talk ->
                history.shown(talk.messageId()).stream()
                    .anyMatch(
                        shown ->
                            shown.status().equals("sent") && shown.at().isBefore(each.born())));
  }

  private static List<Violation> judge(List<Waiting> queue, History history) {
    var found = new ArrayList<Violation>();
    for (var one : queue) {
      for (var other : queue) {
        var apart =
            other.letter().createdAt().toEpochMilli() - one.letter().createdAt().toEpochMilli();
        if (apart > APART_MILLIS
            && other.began().isBefore(one.began())
            && one.born().isBefore(other.born())
            && one.born().isBefore(other.began())
            && isWell(one, other, history)) {
          found.add(
              new Violation(
                  "order is kept",
                  other.began(),
                  other.letter().messageId() + " overtook " + one.letter().messageId()));
        }
      }
    }
    return found;
  }

  private static boolean isWell(Waiting one, Waiting other, History history) {
    var sender = history.talksOf(one.letter().messageId()).get(0).called().sender().substring(7);
    var healthy = true;
    for (var health :
        history.all(Entry.Health.class).filter(each -> each.sender().equals(sender)).toList()) {
      var before = health.at().isBefore(one.born());
      if (before) {
        healthy = health.healthy();
      } else if (health.at().isBefore(one.began())) {
        healthy = healthy && health.healthy();
      }
    }
    return healthy && other.began().isBefore(one.began());
  }
}
