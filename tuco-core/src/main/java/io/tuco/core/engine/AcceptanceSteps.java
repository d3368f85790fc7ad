package io.tuco.core.engine;

import io.tuco.core.engine.Acceptance.Stage;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Message;
import io.tuco.core.store.Asked;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The steps of one send call: look, enter, link and plan, store, confirm. Accepted means durable; a
 * refusal has stored nothing. For one call.
 */
final class AcceptanceSteps {

  /** A lead can be taken by a rival this often before something else must be wrong. */
  private static final int RIVALS = 20;

  /** What the steps of every call are made with. */
  record Parts(
      Stores stores,
      FactFinder facts,
      Entrances entrances,
      LeadLinking leads,
      Planning planning,
      StatusNews news,
      Clock clock) {}

  private final SubmissionReading reading;
  private final Parts parts;
  private Optional<Foresight> foresight = Optional.empty();
  private Optional<Entrance> entrance = Optional.empty();
  private int looks;

  private AcceptanceSteps(SubmissionReading reading, Parts parts) {
    this.reading = reading;
    this.parts = parts;
  }

  static Acceptance of(SubmissionReading reading, Parts parts) {
    var steps = new AcceptanceSteps(reading, parts);
    return new Acceptance(
        Foresight.covers(reading) ? steps.then(steps::look) : steps.atLength(steps::look));
  }

  private Stage then(Supplier<Stage> step) {
    return then(step, () -> {});
  }

  private Stage then(Supplier<Stage> step, Runnable send) {
    return new Stage.On(() -> made(step), false, send);
  }

  private Stage atLength(Supplier<Stage> step) {
    return new Stage.On(() -> made(step), true, () -> {});
  }

  private Stage made(Supplier<Stage> step) {
    try {
      var stage = step.get();
      if (stage instanceof Stage.Over) {
        forget();
      }
      return stage;
    } catch (RuntimeException e) {
      forget();
      entrance.ifPresent(way -> way.failed(e));
      throw e;
    }
  }

  private void forget() {
    foresight.ifPresent(Foresight::close);
    foresight = Optional.empty();
  }

  private Stage look() {
    if (looks++ == RIVALS) {
      throw new IllegalStateException("a lead's address changed hands " + RIVALS + " times");
    }
    forget();
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var asked = Foresight.of(parts.stores(), reading);
    foresight = Optional.of(asked);
    return Foresight.covers(reading)
        ? then(() -> enter(asked, now), asked::send)
        : atLength(() -> enter(asked, now));
  }

  /** Whoever is not known by phone may be by other names, asked for one by one. */
  private Stage enter(Foresight asked, Instant now) {
    return asked.byPhone().isPresent() ? judge(asked, now) : atLength(() -> judge(asked, now));
  }

  private Stage judge(Foresight asked, Instant now) {
    var known = parts.facts().factsFor(reading, asked);
    var refusal = SubmissionRules.refusal(reading, known, now);
    if (refusal.isPresent()) {
      entrance.ifPresent(Entrance::refused);
      return new Stage.Over(new SubmissionResult.Rejected(refusal.get()));
    }
    asked.learns(reading, known);
    var way = entrance.orElseGet(() -> parts.entrances().of(reading, known.lead(), now));
    entrance = Optional.of(way);
    way.approach();
    return isForeseen(known, now)
        ? then(() -> link(way, known, asked, now), asked::send)
        : atLength(() -> link(way, known, asked, now));
  }

  /** Neither a lead is to be written nor a line to be picked in turn. */
  private boolean isForeseen(SubmissionFacts known, Instant now) {
    return known.lead().filter(lead -> parts.leads().isLinked(reading, lead, now)).isPresent()
        && SubmissionRules.lines(reading, known).size() <= 1;
  }

  /** Looks again when a rival took the lead's address or deleted it meanwhile. */
  private Stage link(Entrance way, SubmissionFacts known, Foresight asked, Instant now) {
    var barred = way.barred(now);
    if (barred.isPresent()) {
      return new Stage.Over(barred.get());
    }
    return parts
        .leads()
        .link(reading, known.lead(), way.messageId(), now)
        .map(lead -> plan(way, known, lead, asked, now))
        .orElseGet(this::look);
  }

  private Stage plan(Entrance way, SubmissionFacts known, Lead lead, Foresight asked, Instant now) {
    var stores = parts.stores();
    var workspaceId = reading.submission().access().workspace().id();
    var planned =
        parts
            .planning()
            .plan(
                way.messageId(),
                reading,
                known,
                lead,
                asked,
                () -> stores.lines().nextTurn(workspaceId, reading.type().wire()),
                now);
    var told = parts.news().of(planned.message(), Optional.of(lead), now);
    var lane = Senders.laneOf(planned.message().type(), workspaceId, planned.line());
    var accepted = accepted(told, lead, lane, planned);
    var opened = Conversations.begin(stores.chats(), told.message(), now);
    return then(() -> store(way, opened, told, lane, accepted));
  }

  /** The conversation is there before what is said in it. */
  private Stage store(
      Entrance way,
      Asked<Boolean> opened,
      StatusNews.Told told,
      String lane,
      SubmissionResult.Accepted accepted) {
    opened.answer();
    var messages = parts.stores().messages();
    var stored = messages.askInsert(told.message(), Optional.of(lane), told.events());
    return then(() -> confirm(way, stored, accepted));
  }

  private static Stage confirm(
      Entrance way, Asked<Boolean> stored, SubmissionResult.Accepted accepted) {
    return new Stage.Over(stored.answer() ? accepted : way.overtaken());
  }

  private SubmissionResult.Accepted accepted(
      StatusNews.Told told, Lead lead, String lane, Planning.Planned planned) {
    return new SubmissionResult.Accepted(
        told.message(),
        planned.text(),
        reading.leadId().isEmpty() && !lead.wasMadeFor(told.message().id()),
        crmOf(told.message(), lead),
        lane,
        told.outbox(),
        planned.answeredHold());
  }

  private static CrmIds crmOf(Message message, Lead lead) {
    return message.origin().crm().or(lead.integrationIds().asCrmIds());
  }
}
