package io.tuco.core.engine;

import io.tuco.core.dispatch.Gate;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.line.Line;
import io.tuco.core.line.LinePicker;
import io.tuco.core.store.Stores;
import io.tuco.core.timing.SendHours;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Picks the line that an accepted message waits for: the one whose turn it is among those that
 * still have room today; where none has, the one whose turn it is.
 */
final class LineChoice {

  /**
   * The line, and what will hold the message there, as far as it is known at accept.
   *
   * @param line empty where the workspace's own account sends
   */
  record Chosen(Optional<Line> line, boolean firstTouch, Optional<Hold> hold) {}

  private final Stores stores;
  private final FactFinder facts;

  LineChoice(Stores stores, FactFinder facts) {
    this.stores = stores;
    this.facts = facts;
  }

  /**
   * @param turn asked only where several lines could have it
   */
  Chosen choose(
      SubmissionReading reading,
      SubmissionFacts known,
      Lead lead,
      Foresight foresight,
      LongSupplier turn,
      Instant now) {
    Optional<Chosen> first = Optional.empty();
    for (var line : inTurn(reading, known, turn)) {
      var chosen = on(line, reading, known, lead, foresight, now);
      if (chosen.hold().filter(Hold::isDailyCap).isEmpty()) {
        return chosen;
      }
      first = first.or(() -> Optional.of(chosen));
    }
    return first.orElseGet(() -> new Chosen(Optional.empty(), false, byWorkspace(reading, now)));
  }

  private static List<Line> inTurn(
      SubmissionReading reading, SubmissionFacts known, LongSupplier turn) {
    var candidates = SubmissionRules.lines(reading, known);
    return LinePicker.inTurn(candidates, candidates.size() > 1 ? turn.getAsLong() : 0);
  }

  private Chosen on(
      Line line,
      SubmissionReading reading,
      SubmissionFacts known,
      Lead lead,
      Foresight foresight,
      Instant now) {
    var byWorkspace = Sender.isByWorkspace(reading.type(), Optional.of(line));
    if (byWorkspace) {
      return new Chosen(Optional.of(line), false, byWorkspace(reading, now));
    }
    var firstTouch =
        known.lead().isEmpty() || foresight.touched(marks(line, reading, lead)).isEmpty();
    var lane = stores.lanes().lately(line.laneId());
    var hold =
        own(reading, now)
            .or(() -> ofLine(line, reading, lane, firstTouch, now))
            .or(() -> ofLane(line, lane, now));
    return new Chosen(Optional.of(line), firstTouch, hold);
  }

  private static Optional<Hold> byWorkspace(SubmissionReading reading, Instant now) {
    return own(reading, now).or(() -> ofAccount(reading, now));
  }

  private static Optional<Hold> ofAccount(SubmissionReading reading, Instant now) {
    return reading.scheduledAfter(now).isPresent()
        ? Optional.empty()
        : Senders.ofWorkspace(reading.submission().access().workspace(), now)
            .flatMap(sender -> Gate.health(sender.health(), now));
  }

  /** What of the message itself holds it; a date of its own is shown as a date. */
  private static Optional<Hold> own(SubmissionReading reading, Instant now) {
    var zone = reading.submission().access().workspace().zone();
    return reading.scheduledAfter(now).isPresent()
        ? Optional.empty()
        : SendHours.of(reading.windowSettings(), zone).flatMap(hours -> Gate.window(hours, now));
  }

  private Optional<Hold> ofLine(
      Line line, SubmissionReading reading, Optional<Lane> lane, boolean firstTouch, Instant now) {
    var usage = lane.orElseGet(() -> Lane.unused(line.laneId())).usageOf(line.id());
    var days = reading.submission().access().workspace().capDays();
    return reading.scheduledAfter(now).isPresent()
        ? Optional.empty()
        : Gate.ofLine(line, facts.healthOf(line), usage, days, firstTouch, now);
  }

  private Optional<Hold> ofLane(Line line, Optional<Lane> lane, Instant now) {
    return lane.flatMap(seen -> Gate.ofLane(seen.freeAt(), facts.gapOf(line), now));
  }

  /** What messages of the line to the lead bear. */
  static Set<String> marks(Line line, SubmissionReading reading, Lead lead) {
    var addresses = SendOrder.of(reading.type(), reading.recipient(), Optional.of(lead));
    return Set.copyOf(Touches.marks(line.id(), Optional.of(lead.id()), addresses));
  }
}
