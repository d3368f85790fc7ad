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
import io.tuco.core.SortableIds;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.EndedJobs;
import io.tuco.core.engine.crm.FlowLimits;
import io.tuco.core.engine.crm.FlowParts;
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

  private static final int PEOPLE = 12;
  private static final Duration TICK = Duration.ofMillis(500);

  private final SettableClock clock = SettableClock.at(NOW);
  private final VirtualTime time = new VirtualTime(clock);
  private final InMemoryStores stores = new InMemoryStores();
  private final List<CrmJob> ended = new ArrayList<>();
  private final Random random = new Random(7);
  private final SecretBox box = new SecretBox(new byte[32], random);
  private int calls;

  /** How a call fails while the CRM is away. */
  private enum Failing {
    AT_ONCE,
    AFTER_A_WHILE
  }

  private enum Tokens {
    FIXED,
    EXPIRED
  }

  @ParameterizedTest
  @CsvSource({
    "ghl, 5, AT_ONCE, FIXED",
    "ghl, 60, AT_ONCE, FIXED",
    "ghl, 120, AT_ONCE, FIXED",
    "ghl, 120, AFTER_A_WHILE, FIXED",
    "ghl, 120, AT_ONCE, EXPIRED",
    "ghl, 1800, AFTER_A_WHILE, EXPIRED",
    "ghl, 21600, AT_ONCE, EXPIRED",
    "ghl, 21600, AFTER_A_WHILE, FIXED",
    "hubspot, 5, AT_ONCE, FIXED",
    "hubspot, 60, AT_ONCE, FIXED",
    "hubspot, 120, AT_ONCE, FIXED",
    "hubspot, 120, AFTER_A_WHILE, FIXED",
    "hubspot, 120, AT_ONCE, EXPIRED",
    "hubspot, 1800, AFTER_A_WHILE, EXPIRED",
    "hubspot, 21600, AT_ONCE, EXPIRED",
    "hubspot, 21600, AFTER_A_WHILE, FIXED"
  })
  void catchesUpSoonAfterAnOutageOfSoManySeconds(
      String name, int seconds, Failing failing, Tokens tokens) {
    var crm = AwayCrm.of(name, clock);
    var flows = flows(crm, failing == Failing.AFTER_A_WHILE, new SortableIds(clock, random));
    connects(crm, name, tokens);
    IntStream.range(0, PEOPLE).forEach(number -> tells(flows, number));
    crm.goes();
    passes(flows, Duration.ofSeconds(seconds));
    assertThat(crm.entries()).isEmpty();
    var whileAway = calls;

    crm.comesBack();
    passes(flows, Duration.ofSeconds(90));

    assertThat(stores.crmJobs().counts()).isEqualTo(new CrmJobCounts(0, 0, 0, 0));
    assertThat(ended).isEmpty();
    assertThat(crm.entries()).hasSize(PEOPLE).containsOnly(1);
    assertThat(stores.connections().find(aConnection().build().id()).orElseThrow().status())
        .isEqualTo(ConnectionStatus.OK);
    assertThat(whileAway).as("calls while it was away").isLessThanOrEqualTo(20 + seconds / 30);
  }

  private void connects(AwayCrm crm, String name, Tokens tokens) {
    stores.workspaces().insert(aWorkspace().build());
    stores.lines().insert(aLine().build());
    var pair =
        tokens == Tokens.FIXED
            ? ConnectionTokens.fixed(box.seal(AwayCrm.TOKEN), NOW)
            : expired(crm);
    stores.connections().insert(aConnection().to(name, crm.account()).with(pair).build());
  }

  /** Of an app that was just installed and then heard nothing of for a day. */
  private ConnectionTokens expired(AwayCrm crm) {
    crm.exchangeCode();
    return new ConnectionTokens(
        box.seal("expired"), Optional.of(box.seal(AwayCrm.REFRESH_TOKEN)), Optional.of(NOW), NOW);
  }

  private void passes(CrmFlows flows, Duration duration) {
    for (var end = clock.instant().plus(duration); clock.instant().isBefore(end); ) {
      flows.sweep();
      time.passes(TICK);
    }
  }

  private void tells(CrmFlows flows, int number) {
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

  private CrmFlows flows(AwayCrm crm, boolean hangs, SortableIds ids) {
    var connectors = CrmConnectors.of(List.of(crm.connector()), name -> crm::option);
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
            new Crms(
                connectors,
                new Transports(parts, (call, answered) -> call(crm, hangs, call, answered), time)),
            new ContactIntake(stores, ids),
            ids,
            clock,
            () -> Duration.between(NOW, clock.instant()).toNanos(),
            time::now,
            FlowLimits.documented()),
        new EndedJobs(ended));
  }

  private void call(
      AwayCrm crm, boolean hangs, OutboundCall call, Consumer<OutboundAnswer> answered) {
    calls++;
    var answer = InProcess.answer(crm.fake(), call);
    if (hangs && answer instanceof OutboundAnswer.Failed) {
      time.after(call.limit(), () -> answered.accept(answer));
    } else {
      answered.accept(answer);
    }
  }
}
