package io.tuco.core.engine.crm;

import io.tuco.core.SortableIds;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Content;
import io.tuco.core.message.Heard;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;

/** The flows of a node over one toy CRM; what it has to do waits until somebody runs it. */
final class CrmWorld {

  static final PhoneNumber PHONE = new PhoneNumber("+12025550100");

  final InMemoryStores stores = new InMemoryStores();
  final SettableClock clock = SettableClock.at(Fixtures.NOW);
  final List<CrmJob> ended = new ArrayList<>();
  final ToyCrm crm;
  final Connection connection;
  CrmFlows flows;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int events;

  CrmWorld() {
    this("toy");
  }

  CrmWorld(String crmName) {
    crm = new ToyCrm(crmName, clock::instant);
    connection = Fixtures.aConnection().to(crmName, "account-1").build();
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.lines().insert(Fixtures.aLine().build());
    stores.connections().insert(connection);
    restarts();
  }

  /** What was in memory is gone. */
  void restarts() {
    waiting.clear();
    flows = node(waiting::add);
  }

  CrmFlows node(Executor workers) {
    var ids = new SortableIds(clock, new Random(7));
    return CrmFlows.of(
        new FlowParts(
            stores,
            new Crms(
                CrmConnectors.of(List.of(crm), name -> option -> Optional.empty()), any -> crm),
            new ContactIntake(stores, ids),
            ids,
            clock,
            () -> clock.instant().toEpochMilli() * 1_000_000,
            workers,
            FlowLimits.documented()),
        new EndedJobs(ended));
  }

  /** Does all that can be done now. */
  CrmWorld runs() {
    flows.sweep();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
    return this;
  }

  CrmWorld passes(Duration time) {
    clock.advance(time);
    return runs();
  }

  Lead lead() {
    return stores.leads().findByAddress(Fixtures.WORKSPACE, PHONE).orElseGet(this::newLead);
  }

  private Lead newLead() {
    return stores.leads().create(Fixtures.aLead().withPhone(PHONE.value()).build()).orElseThrow();
  }

  /** A message to the lead that has just come to this, and its event. */
  Message tells(int number, MessageStatus status) {
    var message =
        Fixtures.aMessage()
            .withId(Fixtures.id(number))
            .forLead(lead().id())
            .withStatus(status)
            .withText("text " + number)
            .build();
    stores.messages().insert(message, Optional.empty(), List.of());
    tells(message, name(status));
    return message;
  }

  void tells(Message message, EventName... names) {
    flows.plan(List.of(outbox(message, names)));
  }

  Outbox outbox(Message message, EventName... names) {
    var all = new ArrayList<OutboxEvent>();
    for (var name : names) {
      events++;
      all.add(new OutboxEvent("evt_" + events, name, events, clock.instant(), "{}"));
    }
    return new Outbox(message.workspaceId(), message.id(), Optional.empty(), all);
  }

  /** The lead has written; it was understood, or is to be yet. */
  Message hears(String text, Optional<Heard> heard, boolean heeded) {
    var place =
        new InboundMessage.Belonging(Optional.empty(), Optional.of(lead().id()), Optional.empty());
    var received =
        new InboundMessage(
                Fixtures.WORKSPACE,
                MessageType.IMESSAGE,
                PHONE,
                Content.text(text),
                "guid-" + text,
                clock.instant(),
                place)
            .received(clock.instant(), "app_2");
    var understood = heard.map(what -> received.heard(what, "heard", clock.instant()));
    stores.messages().insert(understood.orElse(received), Optional.empty(), List.of());
    if (heeded) {
      heeds(received);
    }
    tells(received, EventName.MESSAGE_REPLY);
    return received;
  }

  void heeds(Message received) {
    var next = received.annotations().heeded();
    stores.messages().annotate(received.workspaceId(), received.id(), next);
  }

  private static EventName name(MessageStatus status) {
    return switch (status) {
      case FAILED -> EventName.MESSAGE_FAILED;
      case FALLBACK -> EventName.MESSAGE_FALLBACK;
      case CANCELLED -> EventName.MESSAGE_CANCELLED;
      case DELIVERED -> EventName.MESSAGE_DELIVERED;
      default -> EventName.MESSAGE_SENT;
    };
  }
}
