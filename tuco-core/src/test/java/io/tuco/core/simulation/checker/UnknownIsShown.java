package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Entry.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every attempt whose call had no definite answer is shown as unknown, and none is shown so whose
 * calls all had one that its caller lived to hear: it is not judged whether it lived.
 */
final class UnknownIsShown implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    Set<String> shown = new HashSet<>();
    history
        .all(Entry.Shown.class)
        .filter(Entry.Shown::unknown)
        .forEach(each -> each.sendId().ifPresent(shown::add));
    return history
        .talks()
        .filter(talk -> talk.answer().filter(Answer.UNKNOWN::equals).isPresent())
        .filter(talk -> !shown.contains(talk.called().sendId()))
        .map(
            talk ->
                new Violation(
                    "unknown is shown",
                    talk.at(),
                    talk.messageId() + " had no answer and was never shown as unknown"));
  }
}
