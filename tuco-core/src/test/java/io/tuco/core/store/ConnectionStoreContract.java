package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConnectionStore} promises. */
public abstract class ConnectionStoreContract {

  private ConnectionStore connections;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    connections = openStores().connections();
  }

  @Test
  void returnsAConnectionAsItWasStored() {
    var full =
        aConnection()
            .named("Main office")
            .to("toy", new CrmAccount("account-7", Optional.of("Europe/Berlin")))
            .with(
                new ConnectionTokens(
                    new Sealed("access"),
                    Optional.of(new Sealed("refresh")),
                    Optional.of(NOW.plusSeconds(1_800)),
                    NOW))
            .with(
                new ConnectionMapping(
                    Map.of("owner.1", "a@example.com"),
                    Map.of("$city", "city"),
                    Map.of("optOutProperty", "no.sms")))
            .with(new SyncPlan(false, Duration.ofMinutes(30)))
            .at(progress(Optional.of(NOW.plusSeconds(5))))
            .build();
    var bare = aConnection().withId(id(2)).withoutAccount().build();
    connections.insert(full);
    connections.insert(bare);

    assertThat(connections.find(full.id())).contains(full);
    assertThat(connections.find(bare.id())).contains(bare);
    assertThat(connections.find(id(3))).isEmpty();
  }

  @Test
  void listsThoseOfAWorkspaceNewestFirst() {
    var older = insert(1, WORKSPACE, "account-1", Optional.empty());
    var newer = insert(2, WORKSPACE, "account-2", Optional.empty());
    insert(3, OTHER_WORKSPACE, "account-1", Optional.empty());

    assertThat(connections.ofWorkspace(WORKSPACE)).containsExactly(newer, older);
    assertThat(connections.ofWorkspace("org_nobody")).isEmpty();
  }

  @Test
  void findsEveryConnectionToAnAccountOfACrm() {
    var ours = insert(1, WORKSPACE, "account-1", Optional.empty());
    var theirs = insert(2, OTHER_WORKSPACE, "account-1", Optional.empty());
    insert(3, WORKSPACE, "account-2", Optional.empty());
    connections.insert(aConnection().withId(id(4)).to("other", "account-1").build());

    assertThat(connections.ofAccount("toy", "account-1")).containsExactly(ours, theirs);
    assertThat(connections.ofAccount("toy", "account-9")).isEmpty();
  }

  @Test
  void listsWhoseContactsAreToBeReadMostOverdueFirst() {
    insert(1, WORKSPACE, "account-1", Optional.empty());
    insert(2, WORKSPACE, "account-2", Optional.of(NOW.plusMillis(1)));
    var due = insert(3, OTHER_WORKSPACE, "account-3", Optional.of(NOW));
    var overdue = insert(4, WORKSPACE, "account-4", Optional.of(NOW.minusSeconds(60)));

    assertThat(connections.syncDue(NOW, 9)).containsExactly(overdue, due);
    assertThat(connections.syncDue(NOW, 1)).containsExactly(overdue);
  }

  @Test
  void storesAChangeAndCountsIt() {
    var stored = insert(1, WORKSPACE, "account-1", Optional.of(NOW));

    var changed =
        connections.change(
            stored.id(),
            seen ->
                seen.standing(ConnectionStatus.FAILING)
                    .named(Optional.of("Main office"))
                    .at(SyncProgress.none()));

    assertThat(changed.map(Connection::version)).contains(stored.version() + 1);
    assertThat(connections.find(stored.id())).isEqualTo(changed);
    assertThat(changed.get().name()).contains("Main office");
    assertThat(connections.syncDue(NOW, 9)).isEmpty();
    assertThat(connections.change(stored.id(), seen -> seen.named(Optional.empty())).get().name())
        .isEmpty();
    assertThat(connections.find(stored.id()).get().name()).isEmpty();
  }

  @Test
  void doesNotCountWhatIsNoChange() {
    var stored = insert(1, WORKSPACE, "account-1", Optional.of(NOW));

    assertThat(connections.change(stored.id(), seen -> seen)).contains(stored);
    assertThat(connections.find(stored.id())).contains(stored);
    assertThat(connections.change(id(9), seen -> seen)).isEmpty();
  }

  @Test
  void losesNoChangeOfRivals() {
    var stored = insert(1, WORKSPACE, "account-1", Optional.empty());

    Rivals.race(
        8,
        rival ->
            connections.change(
                stored.id(), seen -> seen.named(Optional.of(seen.name().orElse("") + "x"))));

    var now = connections.find(stored.id()).get();
    assertThat(now.name()).contains("xxxxxxxx");
    assertThat(now.version()).isEqualTo(stored.version() + 8);
  }

  @Test
  void forgetsADeletedOne() {
    var stored = insert(1, WORKSPACE, "account-1", Optional.of(NOW));

    assertThat(connections.delete(stored.id())).isTrue();
    assertThat(connections.delete(stored.id())).isFalse();
    assertThat(connections.find(stored.id())).isEmpty();
    assertThat(connections.change(stored.id(), seen -> seen.standing(ConnectionStatus.FAILING)))
        .isEmpty();
  }

  private Connection insert(
      int number, String workspace, String account, Optional<Instant> nextAt) {
    var connection =
        aConnection()
            .withId(id(number))
            .ofWorkspace(workspace)
            .to("toy", account)
            .at(progress(nextAt))
            .createdAt(NOW.plusSeconds(number))
            .build();
    connections.insert(connection);
    return connection;
  }

  private static SyncProgress progress(Optional<Instant> nextAt) {
    return new SyncProgress(
        SyncProgress.State.RUNNING,
        Optional.of(NOW.minusSeconds(900)),
        Optional.of(NOW.minusSeconds(1_000)),
        Optional.of("page-2"),
        Optional.of(NOW.minusSeconds(10)),
        100,
        Optional.of(50_000L),
        Optional.of("The CRM did not answer"),
        nextAt);
  }
}
