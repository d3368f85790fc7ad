package io.tuco.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.Outbox;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A turn in real routes: whatever breaks in it, the device is asked to send once. */
final class LaneTurnTest {

  private static final String LANE = Fixtures.aDevice().build().laneId();

  private final InMemoryStores memory = new InMemoryStores();
  private final AtomicInteger failingRecords = new AtomicInteger();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final CamelContext context = new DefaultCamelContext();
  private volatile Function<DispatchCommand.Send, DeliveryOutcome> device =
      send -> new DeliveryOutcome.Accepted("ROW-1");

  @AfterEach
  void stop() {
    context.stop();
  }

  private void starts() throws Exception {
    var clock = SettableClock.at(Fixtures.NOW);
    var parts =
        new DispatchParts(
            flaky(),
            DispatchSettings.documented(),
            event -> "{}",
            false,
            new SortableIds(clock, new Random(7)),
            clock,
            System::nanoTime,
            "node-1",
            new FakeAttachments(),
            Fixtures.fileLinks(),
            new Ticks(
                "direct:test-renew",
                "direct:test-sweep",
                "direct:test-probe",
                "direct:test-accounts",
                "direct:test-tidying"),
            2);
    memory.workspaces().insert(Fixtures.aWorkspace().build());
    memory.devices().insert(Fixtures.aDevice().build());
    memory.lines().insert(Fixtures.aLine().build());
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(relay());
    Dispatching.installOn(context, parts, context.createProducerTemplate());
    context.start();
  }

  private RouteBuilder relay() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(Seams.RELAY_CHECK).setBody(exchange -> Availability.AVAILABLE);
        from(Seams.RELAY_SEND)
            .transform()
            .body(DispatchCommand.Send.class, LaneTurnTest.this::send);
        from(Seams.RELAY_VERIFY).setBody(exchange -> DeviceRows.silence());
        from(Seams.RELAY_PROBE).setBody(exchange -> Fixtures.aDevice().build().health());
        from(Seams.OUTBOX_OFFER).transform().body(Outbox.class, Outbox::messageId);
      }
    };
  }

  private DeliveryOutcome send(DispatchCommand.Send send) {
    sent.add(send.message().id());
    return device.apply(send);
  }

  /** The stores, whose next few records of a result fail. */
  private Stores flaky() {
    var messages =
        proxy(
            MessageStore.class,
            memory.messages(),
            method -> method.equals("record") && failingRecords.getAndDecrement() > 0);
    return (Stores)
        Proxy.newProxyInstance(
            Stores.class.getClassLoader(),
            new Class<?>[] {Stores.class},
            (proxy, method, given) ->
                method.getName().equals("messages") ? messages : method.invoke(memory, given));
  }

  private static <T> T proxy(Class<T> type, T target, Function<String, Boolean> fails) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> {
              if (fails.apply(method.getName())) {
                throw new StoreException("the store is away", new IllegalStateException());
              }
              try {
                return method.invoke(target, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Message submits(int number) {
    var message =
        Fixtures.aMessage().withId(Fixtures.id(number)).fromLine(Fixtures.id(0x71)).build();
    memory.messages().insert(message, Optional.of(LANE), List.of());
    context.createProducerTemplate().sendBody(Seams.LANE_WAKE, LANE);
    return message;
  }

  private Message stored(Message message) {
    return memory.messages().find(message.workspaceId(), message.id()).orElseThrow();
  }

  private boolean isFree() {
    return memory.lanes().find(LANE).filter(lane -> !lane.inFlight().isEmpty()).isEmpty();
  }

  @Test
  void sendsRecordsAndGivesTheLaneBack() throws Exception {
    starts();

    var message = submits(1);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stored(message).status() == MessageStatus.SENT && isFree());
    assertThat(sent).containsExactly(message.id());
  }

  @Test
  void repeatsTheRecordAndNotTheSend() throws Exception {
    failingRecords.set(2);
    starts();

    var message = submits(1);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stored(message).status() == MessageStatus.SENT);
    assertThat(sent).containsExactly(message.id());
  }

  @Test
  void asksTheDeviceAfterAResultThatCouldNotBeRecorded() throws Exception {
    failingRecords.set(4);
    starts();

    var message = submits(1);

    await().atMost(Duration.ofSeconds(20)).until(() -> stored(message).isUnknown());
    assertThat(sent).containsExactly(message.id());
    assertThat(isFree()).isFalse();
  }

  @Test
  void asksTheDeviceAfterACallThatBroke() throws Exception {
    device =
        send -> {
          throw new IllegalStateException("a bug in an adapter");
        };
    starts();

    var message = submits(1);

    await().atMost(Duration.ofSeconds(20)).until(() -> stored(message).isUnknown());
    assertThat(sent).containsExactly(message.id());
  }

  @Test
  void sendsNothingElseWhileAnOutcomeIsUnknown() throws Exception {
    device = send -> new DeliveryOutcome.Unknown("The answer is missing");
    starts();

    var unknown = submits(1);
    await().atMost(Duration.ofSeconds(10)).until(() -> stored(unknown).isUnknown());
    var next = submits(2);
    context.createProducerTemplate().sendBody("direct:test-sweep", "tick");

    await().during(Duration.ofMillis(500)).until(() -> sent.size() == 1);
    assertThat(stored(next).status()).isEqualTo(MessageStatus.PENDING);
  }
}
