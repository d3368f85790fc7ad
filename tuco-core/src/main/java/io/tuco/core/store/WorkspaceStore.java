package io.tuco.core.store;

import io.tuco.core.workspace.Workspace;
import java.util.Optional;

/** Remembers workspaces. Newest first where a list is asked for. */
public interface WorkspaceStore {

  void insert(Workspace workspace);

  Optional<Workspace> find(String workspaceId);

  /** Replaces it whole; false when there is none. */
  boolean update(Workspace workspace);

  Page<Workspace> page(PageRequest request);
}
