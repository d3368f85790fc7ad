package io.tuco.core.store;

import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.util.List;
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

  /**
   * Marks the account of the fallback configuration as of no use; false, and nothing changed, when
   * somebody has changed it since it was {@code seen}.
   */
  boolean stopFallback(String workspaceId, SmsFallback seen, AccountStop stop);

  /** Every workspace whose fallback configuration names this Twilio account. */
  List<Workspace> withAccount(String accountSid);

  Page<Workspace> page(PageRequest request);
}
