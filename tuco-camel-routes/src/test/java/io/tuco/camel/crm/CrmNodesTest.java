package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aMember;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.crm.fixture.FakeCrmServer;
import io.tuco.camel.mongo.MongoSettings;
import io.tuco.camel.mongo.MongoStores;
import io.tuco.camel.standalone.store.EmbeddedStore;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.FakeToy;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.crm.SyncProgress.State;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes as processes of their own, on one store, with one CRM behind HTTP. */
final class CrmNodesTest {

  private static final int ASKED = 20;
  private static final long MOST_GROWTH = 64;

  private final SecretBox box = new SecretBox(CrmNode.KEY, new Random(7));
  private final FakeToy toy = new FakeToy(Clock.systemUTC(), "access-0");
  private EmbeddedStore store;
  private MongoStores stores;
  private FakeCrmServer crm;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    store = EmbeddedStore.open(data, 0);
    stores =
        MongoStores.open(
            new DefaultCamelContext(), MongoSettings.of(store.uri(), CrmNode.DATABASE));
    stores.workspaces().insert(aWorkspace().build());
    stores.members().insert(aMember().build());
    crm = FakeCrmServer.of(toy);
  }

  @AfterEach
  void close() {
    crm.close();
    stores.close();
    store.close();
  }

  @Test
  @Tag("long")
  void replaceATokenThatBothFindRefusedOnce() throws IOException {
    var connection = insert(false);
    toy.expireToken();

    try (var one = CrmNodeProcess.start(store.uri(), crm.url());
        var two = CrmNodeProcess.start(store.uri(), crm.url())) {
      one.tell(connection.id() + " " + ASKED);
      two.tell(connection.id() + " " + ASKED);

      assertThat(one.answer()).isEqualTo(String.valueOf(ASKED));
      assertThat(two.answer()).isEqualTo(String.valueOf(ASKED));
    }

    assertThat(toy.grants()).isEqualTo(1);
    assertThat(toy.overLimit()).isZero();
  }

  @Test
  @Tag("slow")
  void readFiftyThousandContactsInMinutesAlsoWhenOneDies() throws IOException {
    long contacts = Integer.getInteger("tuco.contacts", 50_000);
    toy.fill(0, (int) contacts);
    var connection = insert(true);
    var began = Instant.now();

    long growth;
    try (var one = CrmNodeProcess.start(store.uri(), crm.url())) {
      awaitCounted(connection, contacts / 10);
      var before = heap(one);
      awaitCounted(connection, contacts / 2);
      growth = heap(one) - before;
      one.kill();
    }
    var killed = progress(connection).counted();
    try (var two = CrmNodeProcess.start(store.uri(), crm.url())) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(15))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> progress(connection).state() == State.IDLE);
      assertThat(two.answerTo("heap")).isNotEmpty();
    }

    var took = Duration.between(began, Instant.now());
    System.out.println(
        "read "
            + contacts
            + " contacts in "
            + took.toSeconds()
            + " s, killed at "
            + killed
            + ", heap grew by "
            + growth
            + " MB");
    assertThat(progress(connection).counted()).isEqualTo(contacts);
    assertThat(leads()).isEqualTo(contacts);
    assertThat(toy.overLimit()).isZero();
    assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
    assertThat(toy.paths())
        .filteredOn(path -> path.startsWith("/contacts?"))
        .hasSizeLessThan((int) contacts / 100 + 5);
  }

  private static long heap(CrmNodeProcess node) throws IOException {
    return Long.parseLong(node.answerTo("heap"));
  }

  private Connection insert(boolean isToBeRead) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var progress = isToBeRead ? SyncProgress.none().wanted(false, now) : SyncProgress.none();
    var connection =
        aConnection()
            .with(
                new ConnectionTokens(
                    box.seal("access-0"),
                    Optional.of(box.seal("refresh-0")),
                    Optional.of(now.plusSeconds(1_800)),
                    now))
            .with(new SyncPlan(isToBeRead, Duration.ofHours(1)))
            .at(progress)
            .build();
    stores.connections().insert(connection);
    return connection;
  }

  private void awaitCounted(Connection connection, long contacts) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> progress(connection).counted() >= contacts);
  }

  private SyncProgress progress(Connection connection) {
    return stores.connections().find(connection.id()).orElseThrow().progress();
  }

  private long leads() {
    return stores
        .leads()
        .search(WORKSPACE, new LeadFilter("", Optional.empty()), new PageRequest(1, 1))
        .orElseThrow()
        .totalCount();
  }
}
