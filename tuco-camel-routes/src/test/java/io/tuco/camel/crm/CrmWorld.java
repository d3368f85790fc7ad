package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aWorkspace;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.FakeToy;
import io.tuco.core.crm.ToyCrm;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Nodes on one store that speak with the toy CRM, in a time of their own. */
final class CrmWorld {

  final SettableClock clock = SettableClock.at(NOW);
  final VirtualTime time = new VirtualTime(clock);
  final FakeToy toy = new FakeToy(clock, "access-0");
  final Random random = new Random(7);
  final SecretBox box = new SecretBox(new byte[32], random);
  final List<OutboundCall> calls = new ArrayList<>();
  final List<OutboundAnswer> scripted = new ArrayList<>();
  final Stores stores;

  CrmWorld() {
    this(new InMemoryStores());
  }

  CrmWorld(Stores stores) {
    this.stores = stores;
    stores.workspaces().insert(aWorkspace().build());
  }

  Connection connectedByToken() {
    return insert(ConnectionTokens.fixed(box.seal("access-0"), NOW));
  }

  /** With tokens that live half an hour. */
  Connection connectedByOauth() {
    return insert(
        new ConnectionTokens(
            box.seal("access-0"),
            Optional.of(box.seal("refresh-0")),
            Optional.of(NOW.plusSeconds(1_800)),
            NOW));
  }

  private Connection insert(ConnectionTokens tokens) {
    var connection = aConnection().with(tokens).build();
    stores.connections().insert(connection);
    return connection;
  }

  Connection stored(Connection connection) {
    return stores.connections().find(connection.id()).orElseThrow();
  }

  Transports node(String nodeId) {
    return new Transports(parts(nodeId), this::call, time);
  }

  CrmParts parts(String nodeId) {
    return new CrmParts(
        CrmConnectors.of(List.of(new ToyCrm()), crm -> name -> Optional.empty()),
        stores,
        box,
        Map.of(),
        new SortableIds(clock, random),
        nodeId,
        clock,
        () -> Duration.between(NOW, clock.instant()).toNanos(),
        random,
        CrmLimits.documented(),
        "direct:test-crm-sync");
  }

  /** What has been answered so far. */
  List<CrmAnswer> ask(Transports node, Connection connection, CrmCall call) {
    var answers = new ArrayList<CrmAnswer>();
    node.to(connection).carry(call, answers::add);
    return answers;
  }

  private void call(OutboundCall call, Consumer<OutboundAnswer> answered) {
    calls.add(call);
    if (!scripted.isEmpty()) {
      answered.accept(scripted.remove(0));
      return;
    }
    answered.accept(InProcess.answer(toy, call));
  }
}
