package io.tuco.camel.lookup;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.ApiWorld;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.engine.LookUpResult;
import io.tuco.core.engine.LookUpSeries;
import io.tuco.core.engine.LookUps;
import io.tuco.core.engine.OwnLines;
import io.tuco.core.lead.BulkCheck;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.store.StoreException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Look-ups on their way to devices: when they begin, and what becomes of them. */
final class LookUpRoutesTest {

  private static final String ASKED = "mock:asked";
  private static final String SWEEP = "direct:sweep";
  private static final Duration NEARLY = LookUps.GAP.minusMillis(300);

  private final ApiWorld world = new ApiWorld();
  private final CamelContext context = new DefaultCamelContext();

  @AfterEach
  void close() {
    context.stop();
  }

  @Test
  void beginsEachWhenItsTurnHasCome() throws Exception {
    start(Clock.offset(world.clock(), NEARLY));
    var begun = System.nanoTime();

    var series = walk(addresses(2));

    assertThat(series.results()).containsOnly(LookUpResult.AVAILABLE);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void waitsForTurnsWithoutAThread() throws Exception {
    var devices = 12;
    for (var number = 1; number < devices; number++) {
      var device = id(0xd1 + number);
      world.stores().devices().insert(aDevice().withId(device).build());
      world
          .stores()
          .lines()
          .insert(
              aLine()
                  .withId(id(0x700 + number))
                  .onDevice(device)
                  .withPhone("+120255502" + (10 + number))
                  .build());
    }
    start(Clock.offset(world.clock(), LookUps.GAP.minusSeconds(1)));
    walk(addresses(devices));
    var begun = System.nanoTime();

    walk(addresses(devices));

    // Each waits for a second; on the four threads of the pool that would be three in all.
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(990), Duration.ofMillis(2_500));
    assertThat(mock().getReceivedCounter()).isEqualTo(2 * devices);
  }

  @Test
  void passesTheStoresAbsenceOn() throws Exception {
    start(late());
    world.watched().goAway();

    assertThatThrownBy(() -> walk(addresses(2)))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseInstanceOf(IOException.class)
        .cause()
        .isInstanceOf(StoreException.class);
  }

  @Test
  void beginsNothingNewWhileTheContextStops() throws Exception {
    start(late());
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    mock()
        .whenAnyExchangeReceived(
            exchange -> {
              asked.countDown();
              assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            });
    var series = series(addresses(5));
    var walking = context.createProducerTemplate().asyncSendBody(Seams.LOOK_UP, series);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    var stopping = CompletableFuture.runAsync(context::stop);
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(context::isStopping);
    go.countDown();

    assertThat(walking).succeedsWithin(Duration.ofSeconds(10));
    assertThat(stopping).succeedsWithin(Duration.ofSeconds(20));
    assertThat(series.taken()).hasSize(1);
  }

  @Test
  void finishesABulkCheckThatADeadNodeLeft() throws Exception {
    start(late());
    var ids = IntStream.range(0, 20).mapToObj(number -> id(number)).toList();
    ids.forEach(
        lead ->
            world
                .stores()
                .leads()
                .create(
                    aLead()
                        .withId(lead)
                        .withoutPhone()
                        .withEmail("n" + lead + "@example.com")
                        .build()));
    var check = BulkCheck.of(id(0xbc), WORKSPACE, Set.of(), ids, NOW);
    world.stores().bulkChecks().insert(check);
    world.stores().bulkChecks().replace(check, check.ownedBy("node-gone").after(12));
    world.engine().node().renew();

    context.createProducerTemplate().sendBody(SWEEP, "");

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> world.stores().bulkChecks().oldest(1).isEmpty());
    mock().expectedMessageCount(8);
    mock().assertIsSatisfied();
    assertThat(ids.subList(12, 20))
        .allSatisfy(
            lead ->
                assertThat(
                        world.stores().leads().find(WORKSPACE, lead).orElseThrow().availability())
                    .contains(LeadAvailability.AVAILABLE));
  }

  private void start(Clock clock) throws Exception {
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(Seams.RELAY_CHECK)
                .routeId("test-check")
                .routeConfigurationId(FailureRoutes.INNER)
                .to(ASKED)
                .setBody(
                    exchange ->
                        exchange.getMessage().getBody(DispatchCommand.Check.class) == null
                            ? Availability.UNANSWERED
                            : Availability.AVAILABLE);
          }
        });
    var engine = world.engine();
    LookingUp.installOn(
        context, new LookUpParts(engine.lookUps(), engine.bulkChecks(), clock, SWEEP));
    context.start();
  }

  /** By this clock every turn of a device has come. */
  private Clock late() {
    return Clock.offset(world.clock(), Duration.ofDays(1));
  }

  private LookUpSeries walk(List<Optional<Address>> addresses) {
    return context
        .createProducerTemplate()
        .requestBody(Seams.LOOK_UP, series(addresses), LookUpSeries.class);
  }

  private LookUpSeries series(List<Optional<Address>> addresses) {
    var workspace = world.stores().workspaces().find(WORKSPACE).orElseThrow();
    return LookUpSeries.each(new OwnLines(workspace, Set.of()), addresses);
  }

  private static List<Optional<Address>> addresses(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> Optional.<Address>of(new EmailAddress("n" + number + "@example.com")))
        .toList();
  }

  private MockEndpoint mock() {
    return context.getEndpoint(ASKED, MockEndpoint.class);
  }
}
