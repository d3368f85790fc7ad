package io.tuco.core.store.memory;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WorkspaceStore;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.util.List;
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
  public boolean stopFallback(String workspaceId, SmsFallback seen, AccountStop stop) {
    return table
        .change(workspaceId, stored -> isSeen(stored, seen) ? stopped(stored, stop) : stored)
        .filter(stored -> isSeen(stored, seen))
        .isPresent();
  }

  @Override
  public List<Workspace> withAccount(String accountSid) {
    return table.oldestFirst(
        workspace -> workspace.smsFallback().accountSid().filter(accountSid::equals).isPresent());
  }

  @Override
  public Page<Workspace> page(PageRequest request) {
    return Table.page(table.newestFirst(workspace -> true), request);
  }

  private static boolean isSeen(Workspace stored, SmsFallback seen) {
    return stored.smsFallback().updatedAt().equals(seen.updatedAt());
  }

  private static Workspace stopped(Workspace stored, AccountStop stop) {
    return stored.withSmsFallback(stored.smsFallback().stoppedBy(stop), stored.updatedAt());
  }
}
