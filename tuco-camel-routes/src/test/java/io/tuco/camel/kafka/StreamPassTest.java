package io.tuco.camel.kafka;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.kafka.StreamPass.Next;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.Message;
import io.tuco.core.store.EventStreamStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the stream, and in which order, whatever fails on the way. */
final class StreamPassTest {

  private final SettableClock clock = SettableClock.at(NOW.plusSeconds(60));
  private final InMemoryStores stores = new InMemoryStores();
  private final List<StreamedEvent> topic = new ArrayList<>();
  private final StreamPass pass = pass("node-a", stores.eventStream(), this::take);

  @Test
  void rests() {
    assertThat(pass.run()).isEqualTo(Next.REST);
  }

  @Test
  void bringsEveryEventOnceInTheOrderOfItsMessage() {
    waits(1, 3);
    waits(2, 1);

    assertThat(pass.run()).isEqualTo(Next.REST);
    assertThat(pass.run()).isEqualTo(Next.REST);

    assertThat(seqs(1)).containsExactly(1L, 2L, 3L);
    assertThat(seqs(2)).containsExactly(1L);
  }

  @Test
  void takesABoundedPart() {
    IntStream.rangeClosed(1, 201).forEach(number -> waits(number, 1));

    assertThat(pass.run()).isEqualTo(Next.AGAIN);
    assertThat(topic).hasSize(200);
    assertThat(pass.run()).isEqualTo(Next.REST);
    assertThat(topic).hasSize(201);
  }

  @Test
  void stopsAtTheFirstThatNobodyTakes() {
    IntStream.rangeClosed(1, 5).forEach(number -> waits(number, 2));
    var asked = new ArrayList<StreamedEvent>();
    var broken =
        pass(
            "node-a",
            stores.eventStream(),
            event -> {
              asked.add(event);
              return CompletableFuture.completedFuture(StreamAnswer.AWAY);
            });

    assertThat(broken.run()).isEqualTo(Next.PAUSE);

    assertThat(asked).hasSize(1);
    assertThat(pass.run()).isEqualTo(Next.REST);
    assertThat(topic).hasSize(10);
  }

  @Test
  void sendsNoEventBeforeTheOneBeforeItIsAcknowledged() {
    waits(1, 2);
    var first = new CompletableFuture<StreamAnswer>();
    var asked = new ArrayList<Long>();
    var slow =
        pass(
            "node-a",
            stores.eventStream(),
            event -> {
              asked.add(event.event().seq());
              if (event.event().seq() == 1) {
                // The acknowledgement comes while the pass waits for it.
                first.completeAsync(() -> StreamAnswer.AWAY);
                return first;
              }
              return CompletableFuture.completedFuture(StreamAnswer.TAKEN);
            });

    assertThat(slow.run()).isEqualTo(Next.PAUSE);

    assertThat(asked).containsExactly(1L);
  }

  @Test
  void putsOffWhatIsTooLargeAndWhatFollowsItAlone() {
    waits(1, 3);
    waits(2, 2);
    var refusing =
        pass(
            "node-a",
            stores.eventStream(),
            event ->
                event.key().equals(id(1)) && event.event().seq() == 2
                    ? CompletableFuture.completedFuture(StreamAnswer.REFUSED)
                    : take(event));

    assertThat(refusing.run()).isEqualTo(Next.REST);

    assertThat(seqs(1)).containsExactly(1L);
    assertThat(seqs(2)).containsExactly(1L, 2L);
    assertThat(pass.run()).isEqualTo(Next.REST);
    assertThat(seqs(1)).containsExactly(1L);
    clock.advance(Duration.ofMinutes(1));
    pass.run();
    assertThat(seqs(1)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void leavesItToTheNodeWhoseDutyItIs() {
    var other = pass("node-b", stores.eventStream(), this::take);
    assertThat(pass.run()).isEqualTo(Next.REST);
    waits(1, 1);

    assertThat(other.run()).isEqualTo(Next.PAUSE);

    assertThat(topic).isEmpty();
    clock.advance(Duration.ofSeconds(30));
    assertThat(other.run()).isEqualTo(Next.REST);
    assertThat(topic).hasSize(1);
    assertThat(pass.run()).isEqualTo(Next.PAUSE);
  }

  @Test
  void repeatsUnderTheSameIdWhatACrashLeftUnmarked() {
    waits(1, 2);
    var crashing = pass("node-a", new Unmarking(stores.eventStream()), this::take);
    assertThatThrownBy(crashing::run).isInstanceOf(StoreException.class);

    pass.run();

    assertThat(seqs(1)).containsExactly(1L, 2L, 1L, 2L);
    assertThat(topic.get(0).event().id()).isEqualTo(topic.get(2).event().id());
  }

  @Test
  void bringsWhatIsAboutNoMessageInItsOwnOrder() {
    waits(1, 1);
    var down = notice(EventName.LINE_DOWN, 1, "{\"lineId\":\"line-1\"}");
    var again = notice(EventName.LINE_DOWN, 2, "{\"lineId\":\"line-1\"}");
    var disabled = notice(EventName.WEBHOOK_DISABLED, 1, "{\"webhookId\":\"ep-1\"}");
    stores.notices().add(WORKSPACE, "line-1", down);
    stores.notices().add(WORKSPACE, "line-1", down);
    stores.notices().add(WORKSPACE, "line-1", again);
    stores.notices().add(WORKSPACE, "ep-1", disabled);

    assertThat(pass.run()).isEqualTo(Next.REST);
    assertThat(pass.run()).isEqualTo(Next.REST);

    assertThat(topic.stream().map(StreamedEvent::key))
        .containsExactlyInAnyOrder(id(1), "line-1", "line-1", "ep-1");
    assertThat(seqs("line-1")).containsExactly(1L, 2L);
  }

  /** Brokers that answer badly, late or never, passes that overlap, marks that are lost. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNothingAndOvertakesNothingWhateverHappens(long seed) {
    var random = new Random(seed);
    StreamSender moody =
        event -> {
          var mood = random.nextInt(10);
          if (mood < 2) {
            // In the topic, and nobody knows.
            take(event);
            return CompletableFuture.completedFuture(StreamAnswer.AWAY);
          }
          return mood < 4 ? CompletableFuture.completedFuture(StreamAnswer.AWAY) : take(event);
        };
    var messages = new ArrayList<Integer>();
    for (var round = 0; round < 300; round++) {
      if (random.nextInt(3) == 0) {
        messages.add(messages.size() + 1);
        waits(messages.size(), 1 + random.nextInt(4));
      }
      var events =
          random.nextInt(4) == 0 ? new Unmarking(stores.eventStream()) : stores.eventStream();
      try {
        // No duty keeps them apart here: order must not rest on it.
        pass("node-a", events, moody).run();
      } catch (StoreException lost) {
        assertThat(lost).isNotNull();
      }
    }
    while (!stores.eventStream().due(Instant.MAX.minusSeconds(1), 1).isEmpty()) {
      pass.run();
    }

    messages.forEach(
        number ->
            assertThat(seqs(number).stream().distinct().toList())
                .isNotEmpty()
                .isSorted()
                .startsWith(1L));
    assertThat(topic.stream().map(event -> event.event().id()).distinct()).hasSize(made);
  }

  private int made;

  private Message waits(int number, int events) {
    var message = aMessage().withId(id(number)).build();
    List<OutboxEvent> outbox =
        IntStream.rangeClosed(1, events)
            .mapToObj(seq -> anEvent("evt_" + number + "_" + seq, seq))
            .toList();
    made += events;
    stores.messages().insert(message, Optional.of("device:d-1"), outbox);
    stores
        .eventStream()
        .handOver(
            List.of(new Outbox(message.workspaceId(), message.id(), Optional.empty(), outbox)));
    return message;
  }

  private static OutboxEvent notice(EventName name, long seq, String data) {
    return new OutboxEvent("evt_" + name + seq, name, seq, NOW, "{\"data\":" + data + "}");
  }

  private StreamPass pass(String node, EventStreamStore events, StreamSender sender) {
    return new StreamPass(
        List.of(events, stores.notices()),
        new StreamDuty(stores.nodes(), node, clock),
        sender,
        clock);
  }

  private CompletableFuture<StreamAnswer> take(StreamedEvent event) {
    topic.add(event);
    return CompletableFuture.completedFuture(StreamAnswer.TAKEN);
  }

  private List<Long> seqs(int number) {
    return seqs(id(number));
  }

  private List<Long> seqs(String key) {
    return topic.stream()
        .filter(event -> event.key().equals(key))
        .map(event -> event.event().seq())
        .toList();
  }

  /** A process that dies before it marks anything. */
  private record Unmarking(EventStreamStore behind) implements EventStreamStore {

    @Override
    public void handOver(Collection<Outbox> drained) {
      behind.handOver(drained);
    }

    @Override
    public List<Outbox> due(Instant now, int limit) {
      return behind.due(now, limit);
    }

    @Override
    public void markStreamed(Collection<Outbox> done) {
      throw new StoreException("gone", new IllegalStateException());
    }

    @Override
    public void putOff(String workspaceId, String messageId, Instant until) {
      behind.putOff(workspaceId, messageId, until);
    }
  }
}
