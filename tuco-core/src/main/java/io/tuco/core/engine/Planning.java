package io.tuco.core.engine;

import io.tuco.core.dispatch.Hold;
import io.tuco.core.intake.MessageDraft;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.line.Line;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes the message that a call becomes: its line, what holds it, and whether anybody may write.
 */
final class Planning {

  /**
   * A message to be stored.
   *
   * @param line empty where the workspace's own account sends
   * @param hold what will hold it, as far as it is known
   */
  record Planned(Message message, Lead lead, Optional<Line> line, Optional<Hold> hold) {

    /** The words as they would read if they left now. */
    String text() {
      return Personalisation.fill(
          message.content(),
          PlaceholderValues.of(Optional.of(lead), line.map(Line::displayName).orElse("")));
    }

    /** The same in the words of an answer. */
    Optional<SubmissionResult.Hold> answeredHold() {
      return switch (message.status()) {
        case PENDING -> hold.map(rule -> new SubmissionResult.Hold(rule.reason(), rule.until()));
        case SCHEDULED, FAILED ->
            message
                .progress()
                .reason()
                .map(reason -> new SubmissionResult.Hold(reason, Optional.empty()));
        default -> Optional.empty();
      };
    }
  }

  private final LineChoice lines;

  Planning(Stores stores, FactFinder facts) {
    this.lines = new LineChoice(stores, facts);
  }

  /**
   * @param turn asked only where several lines could have it
   */
  Planned plan(
      String id,
      SubmissionReading reading,
      SubmissionFacts known,
      Lead lead,
      Foresight foresight,
      LongSupplier turn,
      Instant now) {
    var chosen = lines.choose(reading, known, lead, foresight, turn, now);
    var message =
        AcceptPlan.of(
            MessageDraft.of(id, reading, lead, chosen.line(), chosen.firstTouch(), now),
            chosen.hold(),
            reading.submission().access().workspace(),
            now);
    var born = suppressed(message, lead, foresight, now).born(Actor.API, Happenings.ACCEPTED);
    return new Planned(born, lead, chosen.line(), chosen.hold());
  }

  /** Somebody nobody may write to: stored all the same, and failed from its birth. */
  private static Message suppressed(Message message, Lead lead, Foresight foresight, Instant now) {
    return Suppression.of(message, lead, foresight)
        .map(why -> message.suppressed(why, now))
        .orElse(message);
  }
}
