package io.tuco.core.engine;

import io.tuco.core.dispatch.FollowUpRules;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.line.Line;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores the texts that follow messages which did not reach the person. The original names the
 * text's id in the write that ended it, so making it twice makes one; a sweep finds those that a
 * crash left owed.
 */
public final class FollowUps {

  private static final int SWEPT = 100;

  private final Stores stores;
  private final StatusNews news;
  private final Clock clock;
  private final Consumer<String> wake;

  FollowUps(
      Stores stores,
      MessageEvents events,
      EventRenderer renderer,
      Clock clock,
      Consumer<String> wake) {
    this.stores = stores;
    this.news = new StatusNews(events, renderer);
    this.clock = clock;
    this.wake = wake;
  }

  /** Makes what a crash left unmade. */
  public void sweep() {
    stores.messages().owingFollowUp(SWEPT).forEach(this::make);
  }

  /** Stores the text that the message owes, if it owes one. */
  void make(Message ended) {
    ended.progress().followUp().filter(text -> !text.made()).ifPresent(text -> make(ended, text));
  }

  private void make(Message ended, FollowUp owed) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var lead = leadOf(ended);
    var line = ended.origin().lineId().flatMap(id -> stores.lines().find(id));
    var said = FollowUpRules.saidBy(ended, filledIn(ended, lead, line));
    var text = FollowUpRules.textFor(ended, owed.messageId(), said, now);
    var lane = Senders.laneOf(text.type(), text.workspaceId(), line);
    var told = news.of(text, lead, now);
    stores.messages().insert(told.message(), Optional.of(lane), told.events());
    stores.messages().followUpMade(ended.workspaceId(), ended.id());
    wake.accept(lane);
  }

  private static String filledIn(Message ended, Optional<Lead> lead, Optional<Line> line) {
    var lineName = line.map(Line::displayName).orElse("");
    return Personalisation.fill(ended.content(), PlaceholderValues.of(lead, lineName));
  }

  private Optional<Lead> leadOf(Message message) {
    return message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
  }
}
