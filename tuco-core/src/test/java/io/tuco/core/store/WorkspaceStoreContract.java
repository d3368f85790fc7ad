package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.account.SmsSenderChange;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.SmsFallbackChange;
import io.tuco.core.workspace.Workspace;
import io.tuco.core.workspace.WorkspaceChange;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link WorkspaceStore} promises. */
public abstract class WorkspaceStoreContract {

  private WorkspaceStore workspaces;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    workspaces = openStores().workspaces();
  }

  @Test
  void returnsAFullWorkspaceAsItWasStored() {
    var workspace = aWorkspace().withEverything().build();

    workspaces.insert(workspace);

    assertThat(workspaces.find(WORKSPACE)).contains(workspace);
  }

  @Test
  void returnsABareWorkspaceAsItWasStored() {
    var workspace = aWorkspace().withNothing().inZone("UTC").build();

    workspaces.insert(workspace);

    assertThat(workspaces.find(WORKSPACE)).contains(workspace);
    assertThat(workspaces.find("org_nobody")).isEmpty();
  }

  @Test
  void replacesAWorkspaceWhole() {
    workspaces.insert(aWorkspace().withEverything().build());
    var changed = aWorkspace().named("Renamed").inZone("Asia/Kathmandu").build();

    assertThat(workspaces.update(changed)).isTrue();
    assertThat(workspaces.find(WORKSPACE)).contains(changed);
  }

  @Test
  void losesNoneOfManyChangesAtOnce() {
    workspaces.insert(aWorkspace().named("").build());

    Rivals.race(
        8, number -> workspaces.change(WORKSPACE, found -> renamed(found, found.name() + number)));

    assertThat(workspaces.find(WORKSPACE).orElseThrow().name())
        .hasSize(8)
        .contains("0", "1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void keepsBothOfTwoChangesOfDifferentFieldsAtOnce() {
    workspaces.insert(aWorkspace().build());
    var waiting = new SendDefaults(Duration.ofSeconds(7), true, false);

    Rivals.race(
        2,
        number ->
            workspaces.change(
                WORKSPACE,
                found ->
                    number == 0
                        ? renamed(found, "Renamed")
                        : changed(found, Optional.empty(), Optional.of(waiting))));

    var stored = workspaces.find(WORKSPACE).orElseThrow();
    assertThat(stored.name()).isEqualTo("Renamed");
    assertThat(stored.sendDefaults()).isEqualTo(waiting);
  }

  @Test
  void answersWhatItChangedAndNothingWhereThereIsNone() {
    workspaces.insert(aWorkspace().build());

    var changed = workspaces.change(WORKSPACE, found -> renamed(found, "Renamed"));

    assertThat(changed).isEqualTo(workspaces.find(WORKSPACE)).isPresent();
    assertThat(workspaces.change("org_nobody", found -> found)).isEmpty();
  }

  private static Workspace renamed(Workspace found, String name) {
    return changed(found, Optional.of(name), Optional.empty());
  }

  private static Workspace changed(
      Workspace found, Optional<String> name, Optional<SendDefaults> defaults) {
    return new WorkspaceChange(
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RateLimitsChange.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            defaults)
        .appliedTo(found, NOW.plusSeconds(1));
  }

  @Test
  void updatesNoWorkspaceThatIsNotThere() {
    assertThat(workspaces.update(aWorkspace().build())).isFalse();
    assertThat(workspaces.find(WORKSPACE)).isEmpty();
  }

  @Test
  void stopsAnAccountThatNobodyHasChangedSince() {
    var workspace = aWorkspace().withEverything().build();
    workspaces.insert(workspace);
    var stop =
        new AccountStop("refused", NOW.plusMillis(5), Optional.of(NOW.plus(Duration.ofDays(1))));

    assertThat(workspaces.stopFallback(WORKSPACE, workspace.smsFallback(), stop)).isTrue();

    var stored = workspaces.find(WORKSPACE).orElseThrow();
    assertThat(stored.smsFallback()).isEqualTo(workspace.smsFallback().stoppedBy(stop));
    assertThat(stored.name()).isEqualTo(workspace.name());
  }

  @Test
  void leavesAnAccountAloneThatWasChangedSince() {
    var seen = aWorkspace().withEverything().build();
    var changed =
        seen.withSmsFallback(
            new SmsFallbackChange(
                    Change.none(),
                    Change.none(),
                    Change.none(),
                    new SmsSenderChange(Change.none(), Change.none()),
                    Change.to(false))
                .appliedTo(seen.smsFallback(), NOW.plusMillis(1)),
            NOW.plusMillis(1));
    workspaces.insert(changed);
    var stop = AccountStop.untilChanged("refused", NOW.plusMillis(5));

    assertThat(workspaces.stopFallback(WORKSPACE, seen.smsFallback(), stop)).isFalse();
    assertThat(workspaces.stopFallback("org_nobody", seen.smsFallback(), stop)).isFalse();

    assertThat(workspaces.find(WORKSPACE)).contains(changed);
  }

  @Test
  void findsTheWorkspacesOfAnAccount() {
    var workspace = aWorkspace().withEverything().build();
    workspaces.insert(workspace);
    workspaces.insert(aWorkspace().withId("org_other").build());
    var sid = workspace.smsFallback().accountSid().orElseThrow();

    assertThat(workspaces.withAccount(sid)).containsExactly(workspace);
    assertThat(workspaces.withAccount("AC" + "0".repeat(32))).isEmpty();
  }

  @Test
  void pagesNewestFirst() {
    var young = insert("org_a", 2);
    var old = insert("org_c", 0);
    var middle = insert("org_b", 1);

    var first = workspaces.page(new PageRequest(1, 2));
    var second = workspaces.page(new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(young, middle);
    assertThat(second.items()).containsExactly(old);
    assertThat(second.totalCount()).isEqualTo(3);
    assertThat(second.totalPages()).isEqualTo(2);
    assertThat(workspaces.page(new PageRequest(3, 2)).items()).isEmpty();
  }

  private Workspace insert(String id, int age) {
    var workspace = aWorkspace().withId(id).createdAt(NOW.plusMillis(age)).build();
    workspaces.insert(workspace);
    return workspace;
  }
}
