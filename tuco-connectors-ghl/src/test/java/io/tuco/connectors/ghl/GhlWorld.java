package io.tuco.connectors.ghl;

import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.core.address.Address;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.lead.Lead;
import io.tuco.core.secret.Sealed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A location of the fake, a connection to it, and a transport that heeds the connector. */
final class GhlWorld {

  static final String LOCATION = "location-1";
  static final String PROVIDER = "provider-1";

  private static final String TOKEN = "pit-1";

  final SettableClock clock = SettableClock.at(Fixtures.NOW);
  final FakeGhl ghl =
      new FakeGhl(clock).withLocation(LOCATION, TOKEN).withProvider(LOCATION, PROVIDER);
  final CrmConnector connector;
  final ObedientTransport transport;

  private ConnectionMapping mapping = ConnectionMapping.none();

  GhlWorld() {
    this(Map.of());
  }

  GhlWorld(Map<String, String> settings) {
    connector = new GhlConnectorProvider().create(name -> Optional.ofNullable(settings.get(name)));
    transport = new ObedientTransport(ghl, connector, connection(), clock, TOKEN);
  }

  GhlWorld mapped(ConnectionMapping wanted) {
    mapping = wanted;
    return this;
  }

  GhlWorld withProvider() {
    return mapped(
        new ConnectionMapping(Map.of(), Map.of(), Map.of("conversationProviderId", PROVIDER)));
  }

  Connection connection() {
    return connection(Optional.of(LOCATION));
  }

  Connection connection(Optional<String> location) {
    return new Connection(
        Fixtures.id(0xc1),
        Fixtures.WORKSPACE,
        "ghl",
        Optional.empty(),
        location.map(id -> new CrmAccount(id, Optional.empty())),
        ConnectionStatus.OK,
        ConnectionTokens.fixed(new Sealed("sealed"), Fixtures.NOW),
        mapping,
        SyncPlan.DEFAULT,
        SyncProgress.none(),
        new Sealed("sealed"),
        Fixtures.NOW,
        0);
  }

  CrmContext context() {
    return new CrmContext(connection(), "US", clock.instant());
  }

  <T> Dialogue.End<T> hold(Dialogue<T> dialogue) {
    var end = new AtomicReference<Dialogue.End<T>>();
    DialogueRun.hold(dialogue, transport, end::set);
    return Optional.ofNullable(end.get()).orElseThrow();
  }

  <T> T value(Dialogue<T> dialogue) {
    var end = hold(dialogue);
    if (end instanceof Dialogue.Ended<T> ended) {
      return ended.value();
    }
    throw new AssertionError("broken: " + end);
  }

  <T> CrmFailure failure(Dialogue<T> dialogue) {
    return ((Dialogue.Broken<T>) hold(dialogue)).failure();
  }

  Dialogue<ContactMatch> matching(Lead lead, Address address) {
    return connector
        .contacts()
        .match(
            context(),
            new ContactWanted(lead, address, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  void fault(FakeFault fault, String operation) {
    ghl.fault(fault, operation, 1);
  }

  /** What was asked, without the queries. */
  List<String> asked() {
    return ghl.requests().stream()
        .map(request -> request.method() + " " + request.path().replaceAll("\\?.*", ""))
        .toList();
  }
}
