package io.tuco.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.IdGenerator;
import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.Event;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.timing.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** The lane routes with everything behind their seams replaced: what is asked, and how often. */
final class LaneRoutesTest extends CamelTestSupport {

  private static final String LANE = Fixtures.aDevice().build().laneId();

  /** The device is asked again after 300 ms; on a clock that stands still, for ever. */
  private static final DispatchSettings SHORT_LIVES =
      new DispatchSettings(
          RetryPolicy.documented(),
          RetryPolicy.documentedForMail(),
          new DispatchSettings.Lives(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(2)),
          Optional.empty(),
          2,
          300);

  private final Stores stores = new InMemoryStores();
  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final IdGenerator ids = new SortableIds(clock, new Random(3));
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final Queue<Object> answers = new ConcurrentLinkedQueue<>();
  private final Queue<DeviceRow> rows = new ConcurrentLinkedQueue<>();

  @Override
  protected RoutesBuilder[] createRouteBuilders() throws Exception {
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
    context().addRoutesConfigurations(FailurePolicies.standard());
    Dispatching.installOn(
        context(),
        new DispatchParts(
            stores,
            SHORT_LIVES,
            Event::id,
            false,
            ids,
            clock,
            System::nanoTime,
            "node-1",
            new FakeAttachments(),
            Fixtures.fileLinks(),
            new Ticks(
                "direct:renewal",
                "direct:sweep",
                "direct:probe",
                "direct:accounts",
                "direct:tidying"),
            2),
        context().createProducerTemplate());
    return new RoutesBuilder[] {relay()};
  }

  @Test
  void sendsOnceWhatTheWakeFound() {
    var message = waiting();

    template().sendBody(Seams.LANE_WAKE, LANE);

    await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(message) == MessageStatus.SENT);
    assertThat(sent).hasSize(1);
  }

  @Test
  void findsInASweepWhatNoWakeTold() {
    var message = waiting();

    template().sendBody("direct:sweep", "");

    await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(message) == MessageStatus.SENT);
  }

  @Test
  void asksTheDeviceInsteadOfSendingAgain() {
    answers.add(new DeliveryOutcome.Unknown("no answer"));
    var message = waiting();

    template().sendBody(Seams.LANE_WAKE, LANE);
    await().atMost(Duration.ofSeconds(5)).until(() -> reload(message).isUnknown());
    rows.add(DeviceRow.text("ROW-9", "Hello", Optional.empty(), 0));

    await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(message) == MessageStatus.SENT);
    assertThat(reload(message).progress().externalId()).contains("ROW-9");
    assertThat(sent).hasSize(1);
  }

  @Test
  void settlesASendWhoseAnswerBrokeTheTurn() {
    answers.add(new IllegalStateException("a bug of ours after the text had left"));
    rows.add(DeviceRow.text("ROW-9", "Hello", Optional.empty(), 0));
    var message = waiting();

    template().sendBody(Seams.LANE_WAKE, LANE);
    await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(message) == MessageStatus.SENDING);

    await().atMost(Duration.ofSeconds(10)).until(() -> statusOf(message) == MessageStatus.SENT);
    assertThat(sent).hasSize(1);
  }

  @Test
  void wakesTheLaneOfADeviceThatHasRecovered() {
    stores.devices().updateHealth(Fixtures.aDevice().build().id(), SenderHealth.unknown());
    var message = waiting();
    template().sendBody(Seams.LANE_WAKE, LANE);

    template().sendBody("direct:probe", "");

    await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(message) == MessageStatus.SENT);
  }

  private Message waiting() {
    var message = Fixtures.aMessage().withText("Hello").build();
    stores.messages().insert(message, Optional.of(LANE), List.of());
    return message;
  }

  private MessageStatus statusOf(Message message) {
    return reload(message).status();
  }

  private Message reload(Message message) {
    return stores.messages().find(message.workspaceId(), message.id()).orElseThrow();
  }

  private Object answer(DispatchCommand.Send send) {
    sent.add(send.message().progress().send().orElseThrow().id());
    var answer =
        Optional.ofNullable(answers.poll()).orElseGet(() -> new DeliveryOutcome.Accepted("ROW-1"));
    if (answer instanceof RuntimeException failure) {
      throw failure;
    }
    return answer;
  }

  private RouteBuilder relay() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(Seams.RELAY_CHECK)
            .routeConfigurationId(FailureRoutes.INNER)
            .setBody(exchange -> Availability.AVAILABLE);
        from(Seams.RELAY_SEND)
            .routeConfigurationId(FailureRoutes.INNER)
            .transform()
            .body(DispatchCommand.Send.class, LaneRoutesTest.this::answer);
        from(Seams.RELAY_VERIFY)
            .routeConfigurationId(FailureRoutes.INNER)
            .setBody(exchange -> new DeviceRows(true, List.copyOf(rows)));
        from(Seams.RELAY_PROBE)
            .routeConfigurationId(FailureRoutes.INNER)
            .setBody(exchange -> SenderHealth.healthy(true, clock.instant()));
        from(Seams.OUTBOX_OFFER)
            .routeConfigurationId(FailureRoutes.INNER)
            .setBody(exchange -> exchange.getMessage().getBody());
      }
    };
  }
}
