package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Entry.Answer;
import io.tuco.core.simulation.log.Moment;
import java.util.Optional;

/**
 * A call to a provider from its first byte to its end.
 *
 * @param left when the text or file left for the person
 * @param returned whether it came back afterwards
 */
record Talk(
    Entry.Called called,
    Optional<Moment> left,
    boolean returned,
    Optional<Entry.Answered> answered) {

  Moment at() {
    return called.at();
  }

  String messageId() {
    return called.messageId();
  }

  boolean arrived() {
    return left.isPresent() && !returned;
  }

  boolean isDevice() {
    return called.sender().startsWith("device:");
  }

  boolean isByWorkspace() {
    return called.sender().startsWith("sms:");
  }

  Optional<Answer> answer() {
    return answered.map(Entry.Answered::answer);
  }

  /** The last instant at which the provider acted on it; empty when it never did. */
  Optional<Moment> actedLast() {
    var answer =
        answered
            .filter(said -> said.answer() == Answer.ACCEPTED || said.answer() == Answer.REFUSED)
            .map(Entry.Answered::at);
    return left.filter(at -> answer.filter(at::isBefore).isEmpty()).or(() -> answer);
  }
}
