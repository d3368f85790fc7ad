package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.connectors.ghl.GhlConnectorProvider;
import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.core.SortableIds;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A CRM goes away and comes back, in a time of its own: the jobs, the breaker and the connector.
 */
final class OutageTest {

  private static final String LOCATION = "loc1";
  private static final Map<String, String> APP =
      Map.of("client-id", "client-1", "client-secret", "client-secret");
  private static final int PEOPLE = 12;
  private static final Duration TICK = Duration.ofMillis(500);

  private final SettableClock clock = SettableClock.at(NOW);
  private final VirtualTime time = new VirtualTime(clock);
  private final InMemoryStores stores = new InMemoryStores();
  private final FakeGhl ghl =
      new FakeGhl(clock).withLocation(LOCATION, "pit-1").withCode("code-1", Optional.of(LOCATION));
  private final List<CrmJob> ended = new ArrayList<>();
  private final Random random = new Random(7);
  private final SecretBox box = new SecretBox(new byte[32], random);
  private final CrmFlows flows = flows(new SortableIds(clock, random));
  private int calls;
  private boolean hangs;

  /** How a call fails while the CRM is down. */
  private enum Failing {
    AT_ONCE,
    AFTER_A_WHILE
  }

  private enum Tokens {
    FIXED,
    EXPIRED
  }

  private void connects(Tokens tokens) {
    stores.workspaces().insert(aWorkspace().build());
    stores.lines().insert(aLine().build());
    var pair = tokens == Tokens.FIXED ? ConnectionTokens.fixed(box.seal("pit-1"), NOW) : expired();
    stores.connections().insert(aConnection().to("ghl", LOCATION).with(pair).build());
  }

  /** Of an app that was just installed and then heard nothing of for a day. */
  private ConnectionTokens expired() {
    var form =
        "grant_type=authorization_code&code=code-1&client_id=client-1&client_secret=client-secret";
    ghl.answer("POST", "/oauth/token", Map.of(), form.getBytes(UTF_8));
    return new ConnectionTokens(
        box.seal("expired"), Optional.of(box.seal("refresh-1")), Optional.of(NOW), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "5, AT_ONCE, FIXED",
    "60, AT_ONCE, FIXED",
    "120, AT_ONCE, FIXED",
    "120, AFTER_A_WHILE, FIXED",
    "120, AT_ONCE, EXPIRED",
    "1800, AT_ONCE, FIXED",
    "1800, AFTER_A_WHILE, EXPIRED",
    "21600, AT_ONCE, EXPIRED",
    "21600, AFTER_A_WHILE, FIXED"
  })
  void catchesUpSoonAfterAnOutageOfSoManySeconds(int seconds, Failing failing, Tokens tokens) {
    connects(tokens);
    hangs = failing == Failing.AFTER_A_WHILE;
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
    assertThat(stores.connections().find(aConnection().build().id()).orElseThrow().status())
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
        CrmConnectors.of(
            List.of(new GhlConnectorProvider()), crm -> name -> Optional.ofNullable(APP.get(name)));
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
    var answer = InProcess.answer(ghl, call);
    if (hangs && answer instanceof OutboundAnswer.Failed) {
      time.after(call.limit(), () -> answered.accept(answer));
    } else {
      answered.accept(answer);
    }
  }
}
