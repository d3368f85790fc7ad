package io.tuco.core.store;

import io.tuco.core.workspace.Workspace;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Remembers workspaces. Newest first where a list is asked for. */
public interface WorkspaceStore {

  void insert(Workspace workspace);

  Optional<Workspace> find(String workspaceId);

  /** Replaces it whole; false when there is none. */
  boolean update(Workspace workspace);

  /**
   * Stores what {@code change} makes of the workspace as it is now; asked again when somebody else
   * has changed it meanwhile, so that no change is lost. What is returned unchanged is not written.
   * Answers what is stored; empty when it is gone.
   */
  Optional<Workspace> change(String workspaceId, UnaryOperator<Workspace> change);

  Page<Workspace> page(PageRequest request);
}
