package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Moment;
import java.util.Optional;
import java.util.stream.Stream;

/** A call begins only while the API shows its message as {@code sending}, in that very attempt. */
final class IntentComesFirst implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    return history
        .talks()
        .filter(talk -> !isUnderWay(talk, history))
        .map(
            talk ->
                new Violation(
                    "intent comes first",
                    talk.at(),
                    talk.messageId() + " was handed over while it was not being sent"));
  }

  private static boolean isUnderWay(Talk talk, History history) {
    return at(talk.messageId(), talk.at(), history)
        .filter(shown -> shown.status().equals("sending") && !shown.unknown())
        .filter(shown -> shown.sendId().filter(talk.called().sendId()::equals).isPresent())
        .isPresent();
  }

  private static Optional<Entry.Shown> at(String messageId, Moment moment, History history) {
    return history.shown(messageId).stream()
        .filter(shown -> !moment.isBefore(shown.at()))
        .reduce((earlier, later) -> later);
  }
}
