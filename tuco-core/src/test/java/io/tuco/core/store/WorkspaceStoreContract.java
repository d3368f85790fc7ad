package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.workspace.Workspace;
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
  void updatesNoWorkspaceThatIsNotThere() {
    assertThat(workspaces.update(aWorkspace().build())).isFalse();
    assertThat(workspaces.find(WORKSPACE)).isEmpty();
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
