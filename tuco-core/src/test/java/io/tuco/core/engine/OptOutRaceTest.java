package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 10,000 STOPs against 10,000 sends in flight, on threads: once an opt-out is committed no send to
 * the person begins, and one that had begun is named by it (compliance, section 1).
 */
@Tag("long")
final class OptOutRaceTest {

  private static final int ROUNDS = 20;
  private static final int PEOPLE = 500;
  private static final int SENDERS = 4;
  private static final int HEARERS = 2;

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");
  private final SettableClock clock = SettableClock.at("2027-03-12T15:00:01Z");
  private final Stores stores = watched(tuco.stores());
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicInteger heard = new AtomicInteger();
  private final AtomicInteger claimed = new AtomicInteger();
  private final Map<String, Long> committed = new ConcurrentHashMap<>();
  private final Map<String, Long> taken = new ConcurrentHashMap<>();
  private final Map<String, Long> ended = new ConcurrentHashMap<>();
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
    var lead = 1 + seed % 4;
    IntStream.range(0, PEOPLE).forEach(person -> tuco.submits(aTextTo(phone(person))));
    var stops = stops();

    race(stops, lead);

    var ordinary = calls.stream().filter(call -> !call.message().isAutomatic()).toList();
    assertThat(ordinary).hasSizeBetween(1, PEOPLE - 1);
    assertThat(ordinary).noneMatch(call -> call.claimedAt() > committed.get(call.to()));
    assertThat(ordinary)
        .filteredOn(call -> call.calledAt() > committed.get(call.to()))
        .filteredOn(call -> ended.get(call.message().id()) > taken.get(call.to()))
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

  /** Sends and STOPs go through the same people in the same order, neck and neck. */
  private void race(List<Message> stops, int lead) throws Exception {
    var turns = new AtomicReference<LaneTurns>();
    var engine = engine(laneId -> turns.get().expectMore(laneId));
    turns.set(engine.turns());
    engine.node().renew();
    turns.get().expectMore(lane());
    var work = new ArrayList<Callable<Integer>>();
    for (var slot = 0; slot < SENDERS; slot++) {
      var key = new LaneSlot(lane(), slot).key();
      work.add(() -> sends(turns.get(), key, lead));
    }
    for (var hearer = 0; hearer < HEARERS; hearer++) {
      var first = hearer;
      work.add(() -> hears(engine, stops, first, lead));
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

  private int hears(DispatchEngine engine, List<Message> stops, int first, int lead) {
    for (var at = first; at < stops.size(); at += HEARERS) {
      while (claimed.get() < at - lead && stores.messages().nextDue(lane()).isPresent()) {
        Thread.onSpinWait();
      }
      engine.optOutReplies().take(stops.get(at), clock.instant());
      taken.put(phone(at).value(), ticks.incrementAndGet());
      heard.incrementAndGet();
    }
    return heard.get();
  }

  /** Turns of one slot until nothing can come any more. */
  private int sends(LaneTurns turns, String key, int lead) {
    var done = false;
    while (!done) {
      while (claimed.get() > heard.get() + lead && heard.get() < PEOPLE) {
        Thread.onSpinWait();
      }
      done = heard.get() == PEOPLE && stores.messages().nextDue(lane()).isEmpty();
      var claimedAt = ticks.incrementAndGet();
      var turn = turns.begin(key);
      var sent = Optional.<Message>empty();
      while (turn.isOpen()) {
        if (turn.command() instanceof DispatchCommand.Send send) {
          sent = Optional.of(send.message());
        }
        if (turn.command().kind() == DispatchCommand.Kind.STORE) {
          // Until this write the message is seen to be sending.
          sent.ifPresent(message -> ended.putIfAbsent(message.id(), ticks.incrementAndGet()));
        }
        turn = step(turns, turn, claimedAt);
      }
    }
    return claimed.get();
  }

  private String lane() {
    return "sms:" + tuco.workspace().id();
  }

  private LaneTurn step(LaneTurns turns, LaneTurn turn, long claimedAt) {
    return switch (turn.command().kind()) {
      case STORE -> turns.carryOut(turn);
      case PUBLISH -> turns.published(turn);
      case SEND -> {
        var message = ((DispatchCommand.Send) turn.command()).message();
        claimed.accumulateAndGet(person(message), Math::max);
        var calling = turns.calling(turn);
        var call = new Call(message, claimedAt, ticks.incrementAndGet());
        calls.add(call);
        yield turns.answered(calling, new DeliveryOutcome.Accepted("SM-" + call.calledAt()));
      }
      default -> throw new IllegalStateException("unexpected: " + turn.command());
    };
  }

  private List<Message> stops() {
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
    return stops;
  }

  private DispatchEngine engine(Consumer<String> wake) {
    return DispatchEngine.of(
        new EngineParts(
            stores,
            DispatchSettings.documented(),
            event -> "{}",
            false,
            new SortableIds(clock, new Random(7)),
            clock,
            () -> 0,
            "node-race",
            Duration.ofHours(1),
            tuco.attachments(),
            Fixtures.fileLinks(),
            wake,
            outbox -> {},
            line -> {}));
  }

  private static int person(Message message) {
    var phone = message.recipient().phone().orElseThrow().value();
    return Integer.parseInt(phone.substring(phone.length() - 4));
  }

  /** The same stores, which note when an entry was committed. */
  private Stores watched(Stores real) {
    var entries = real.doNotContact();
    var noting =
        proxy(
            DoNotContactStore.class,
            (method, arguments) -> {
              var result = method.invoke(entries, arguments);
              if (result instanceof DoNotContact entry) {
                committed.put(entry.address().value(), ticks.incrementAndGet());
              }
              return result;
            });
    return proxy(
        Stores.class,
        (method, arguments) ->
            method.getName().equals("doNotContact") ? noting : method.invoke(real, arguments));
  }

  private interface Answer {
    Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> port, Answer answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> answer.to(method, arguments)));
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
