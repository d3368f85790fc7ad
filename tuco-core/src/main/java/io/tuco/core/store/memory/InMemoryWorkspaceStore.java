package io.tuco.core.store.memory;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.workspace.Workspace;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class InMemoryWorkspaceStore implements WorkspaceStore {

  private final Table<Workspace> table = new Table<>(Workspace::id, Workspace::createdAt);

  @Override
  public void insert(Workspace workspace) {
    table.put(workspace);
  }

  @Override
  public Optional<Workspace> find(String workspaceId) {
    return table.find(workspaceId);
  }

  @Override
  public boolean update(Workspace workspace) {
    return table.change(workspace.id(), stored -> workspace).isPresent();
  }

  @Override
  public Optional<Workspace> change(String workspaceId, UnaryOperator<Workspace> change) {
    return table.change(workspaceId, change);
  }

  @Override
  public Page<Workspace> page(PageRequest request) {
    return Table.page(table.newestFirst(workspace -> true), request);
  }
}
