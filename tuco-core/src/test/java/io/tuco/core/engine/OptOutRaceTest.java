package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 10,000 STOPs against 10,000 sends in flight, on threads: once an opt-out is committed no send to
 * the person begins, and one that had begun is named by it (compliance, section 1).
 */
final class OptOutRaceTest {

  private static final int ROUNDS = 20;
  private static final int PEOPLE = 500;
  private static final int SENDERS = 4;
  private static final int HEARERS = 2;

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");
  private final SettableClock clock = SettableClock.at("2027-03-12T15:00:01Z");
  private final Stores stores = tuco.stores();
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicBoolean allHeard = new AtomicBoolean();
  private final Map<String, Long> committed = new ConcurrentHashMap<>();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

  /** A text that was handed over: when its claim began, and when the call did. */
  private record Call(Message message, long claimedAt, long calledAt) {

    String to() {
      return message.recipient().phone().orElseThrow().value();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noSendBeginsOnceTheOptOutIsCommitted(int seed) throws Exception {
    tuco.workspaceBecomes(OptOutRaceTest::withTexts);
    IntStream.range(0, PEOPLE).forEach(person -> tuco.submits(aTextTo(phone(person))));
    var stops = stops(seed);

    race(stops);

    var ordinary = calls.stream().filter(call -> !call.message().isAutomatic()).toList();
    assertThat(ordinary).noneMatch(call -> call.claimedAt() > committed.get(call.to()));
    assertThat(ordinary)
        .filteredOn(call -> call.calledAt() > committed.get(call.to()))
        .allMatch(call -> noted(stops, call.to()).contains(call.message().id()));
    assertThat(confirmations()).hasSize(PEOPLE).doesNotHaveDuplicates();
    assertThat(stores.messages().counts().waiting()).isZero();
    assertThat(stores.lanes().inFlight()).isEmpty();
  }

  private List<String> confirmations() {
    return calls.stream()
        .filter(
            call ->
                call.message().origin().answer().equals(Optional.of(AutomaticAnswer.UNSUBSCRIBED)))
        .map(Call::to)
        .toList();
  }

  private String noted(List<Message> stops, String phone) {
    return stops.stream()
        .filter(stop -> stop.recipient().phone().orElseThrow().value().equals(phone))
        .map(stop -> stores.messages().find(stop.workspaceId(), stop.id()).orElseThrow())
        .flatMap(stop -> stop.timeline().history().entries().stream())
        .flatMap(entry -> entry.detail().stream())
        .reduce("", String::concat);
  }

  private void race(List<Message> stops) throws Exception {
    var lane = "sms:" + tuco.workspace().id();
    var turns = new LaneTurns[1];
    var engine = engine(laneId -> turns[0].expectMore(laneId));
    turns[0] = engine.turns();
    engine.node().renew();
    turns[0].expectMore(lane);
    var barrier = new CyclicBarrier(SENDERS + HEARERS);
    var work = new ArrayList<Callable<Void>>();
    for (var slot = 0; slot < SENDERS; slot++) {
      var key = new LaneSlot(lane, slot).key();
      work.add(
          () -> {
            barrier.await();
            sends(turns[0], key);
            return null;
          });
    }
    var heard = new AtomicLong();
    for (var hearer = 0; hearer < HEARERS; hearer++) {
      var first = hearer;
      work.add(
          () -> {
            barrier.await();
            for (var at = first; at < stops.size(); at += HEARERS) {
              hears(engine, stops.get(at));
            }
            allHeard.set(heard.incrementAndGet() == HEARERS);
            return null;
          });
    }
    var threads = Executors.newFixedThreadPool(work.size());
    try {
      for (var done : threads.invokeAll(work, 2, TimeUnit.MINUTES)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void hears(DispatchEngine engine, Message stop) {
    engine.optOutReplies().take(stop, clock.instant());
    committed.put(stop.recipient().phone().orElseThrow().value(), ticks.incrementAndGet());
  }

  /** Turns of one slot until nothing can come any more. */
  private void sends(LaneTurns turns, String key) {
    var done = false;
    while (!done) {
      done = allHeard.get() && stores.messages().counts().waiting() == 0;
      var claimedAt = ticks.incrementAndGet();
      var turn = turns.begin(key);
      while (turn.isOpen()) {
        turn = step(turns, turn, claimedAt);
      }
    }
  }

  private LaneTurn step(LaneTurns turns, LaneTurn turn, long claimedAt) {
    return switch (turn.command().kind()) {
      case STORE -> turns.carryOut(turn);
      case PUBLISH -> turns.published(turn);
      case SEND -> {
        var message = ((DispatchCommand.Send) turn.command()).message();
        var calling = turns.calling(turn);
        var call = new Call(message, claimedAt, ticks.incrementAndGet());
        calls.add(call);
        yield turns.answered(calling, new DeliveryOutcome.Accepted("SM-" + call.calledAt()));
      }
      default -> throw new IllegalStateException("unexpected: " + turn.command());
    };
  }

  private List<Message> stops(int seed) {
    var stops = new ArrayList<Message>();
    for (var person = 0; person < PEOPLE; person++) {
      var inbound =
          new InboundMessage(
              tuco.workspace().id(),
              MessageType.SMS,
              phone(person),
              Content.text("Stop"),
              "IN-" + person,
              clock.instant(),
              Belonging.unknown());
      var stop = inbound.received(clock.instant(), "cor-" + person);
      stores.messages().insert(stop, Optional.empty(), List.of());
      stops.add(stop);
    }
    Collections.shuffle(stops, new Random(seed));
    return stops;
  }

  private DispatchEngine engine(Consumer<String> wake) {
    return DispatchEngine.of(
        new EngineParts(
            stores,
            DispatchSettings.documented(),
            MessageEvent::id,
            new SortableIds(clock, new Random(7)),
            clock,
            () -> 0,
            "node-race",
            Duration.ofHours(1),
            tuco.attachments(),
            wake,
            outbox -> {}));
  }

  private static PhoneNumber phone(int person) {
    return new PhoneNumber("+1202555%04d".formatted(person));
  }

  private static SubmitMessage aTextTo(PhoneNumber phone) {
    var words = SubmitMessage.text("hello", RecipientWords.nobody().withPhone(phone.value()));
    return new SubmitMessage(
        words.message(),
        words.subject(),
        Optional.of("sms"),
        words.recipient(),
        words.attachments(),
        words.window(),
        words.fromLineId(),
        words.fallbackSmsOnFailed(),
        words.batchId(),
        words.contactOwnerEmail(),
        words.crm());
  }

  private static Workspace withTexts(Workspace workspace) {
    return workspace.withSmsFallback(
        new SmsFallback(
            true,
            Optional.of("AC0123456789abcdef0123456789abcdef"),
            Optional.of(new Sealed("sealed-token")),
            Optional.of(new PhoneNumber("+12025550180")),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()),
        Fixtures.NOW);
  }
}
