package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.connectors.ghl.GhlConnectorProvider;
import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.FlowLimits;
import io.tuco.core.engine.crm.FlowParts;
import io.tuco.core.engine.crm.JobNews;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.CrmJobCounts;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A CRM goes away and comes back, in a time of its own: the jobs, the breaker and the connector.
 */
final class OutageTest {

  private static final String LOCATION = "loc1";
  private static final int PEOPLE = 12;
  private static final Duration TICK = Duration.ofMillis(500);

  private final SettableClock clock = SettableClock.at(NOW);
  private final VirtualTime time = new VirtualTime(clock);
  private final InMemoryStores stores = new InMemoryStores();
  private final FakeGhl ghl = new FakeGhl(clock).withLocation(LOCATION, "pit-1");
  private final List<CrmJob> ended = new ArrayList<>();
  private final Random random = new Random(7);
  private final SecretBox box = new SecretBox(new byte[32], random);
  private final Connection connection =
      aConnection()
          .to("ghl", LOCATION)
          .with(ConnectionTokens.fixed(box.seal("pit-1"), NOW))
          .build();
  private final CrmFlows flows = flows(new SortableIds(clock, random));
  private int calls;

  @BeforeEach
  void connects() {
    stores.workspaces().insert(aWorkspace().build());
    stores.lines().insert(aLine().build());
    stores.connections().insert(connection);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 60, 120, 1_800, 21_600})
  void catchesUpSoonAfterAnOutageOfSoManySeconds(int seconds) {
    IntStream.range(0, PEOPLE).forEach(this::tells);
    ghl.fault(FakeFault.DOWN, "", Integer.MAX_VALUE);
    passes(Duration.ofSeconds(seconds));
    assertThat(ghl.contactsMade()).isZero();
    var whileDown = calls;

    ghl.clearFaults();
    passes(Duration.ofSeconds(90));

    assertThat(stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    assertThat(ended).isEmpty();
    assertThat(ghl.contacts(LOCATION)).hasSize(PEOPLE);
    assertThat(ghl.contacts(LOCATION))
        .allSatisfy(
            contact -> assertThat(ghl.notes(LOCATION, contact.get("id").asText())).hasSize(1));
    assertThat(stores.connections().find(connection.id()).orElseThrow().status())
        .isEqualTo(ConnectionStatus.OK);
    assertThat(whileDown).as("calls while it was down").isLessThanOrEqualTo(20 + seconds / 30);
  }

  private void passes(Duration duration) {
    for (var end = clock.instant().plus(duration); clock.instant().isBefore(end); ) {
      flows.sweep();
      time.passes(TICK);
    }
  }

  private void tells(int number) {
    var lead =
        stores
            .leads()
            .create(
                aLead().withId(id(500 + number)).withPhone("+120255501" + (10 + number)).build())
            .orElseThrow();
    var message =
        aMessage()
            .withId(id(number))
            .forLead(lead.id())
            .withStatus(MessageStatus.SENT)
            .withText("text " + number)
            .build();
    stores.messages().insert(message, Optional.empty(), List.of());
    var event = new OutboxEvent("evt_" + number, EventName.MESSAGE_SENT, number, NOW, "{}");
    flows.plan(List.of(new Outbox(WORKSPACE, message.id(), Optional.empty(), List.of(event))));
  }

  private CrmFlows flows(SortableIds ids) {
    var connectors =
        CrmConnectors.of(List.of(new GhlConnectorProvider()), crm -> name -> Optional.empty());
    var parts =
        new CrmParts(
            connectors,
            stores,
            box,
            Map.of(),
            ids,
            "node-1",
            clock,
            () -> Duration.between(NOW, clock.instant()).toNanos(),
            random,
            CrmLimits.documented(),
            "direct:test-crm-sync");
    return CrmFlows.of(
        new FlowParts(
            stores,
            new Crms(connectors, new Transports(parts, this::call, time)),
            new ContactIntake(stores, ids),
            ids,
            clock,
            () -> Duration.between(NOW, clock.instant()).toNanos(),
            time::now,
            FlowLimits.documented()),
        new JobNews() {
          @Override
          public void ended(CrmJob job) {
            ended.add(job);
          }

          @Override
          public void broke(CrmJob job, RuntimeException fault) {
            throw new AssertionError(job.id(), fault);
          }
        });
  }

  private void call(OutboundCall call, Consumer<OutboundAnswer> answered) {
    calls++;
    answered.accept(InProcess.answer(ghl, call));
  }
}
