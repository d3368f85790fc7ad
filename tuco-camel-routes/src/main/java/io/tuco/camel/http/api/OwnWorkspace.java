package io.tuco.camel.http.api;

import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.Amendment;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.util.function.Function;

/** The caller's workspace, read afresh: what the gate knows of it may be seconds old. */
final class OwnWorkspace {

  private final Stores stores;
  private final AccessCache keys;

  OwnWorkspace(Stores stores, AccessCache keys) {
    this.stores = stores;
    this.keys = keys;
  }

  OrAnswer<Workspace> read(String workspaceId) {
    return OrAnswer.of(stores.workspaces().find(workspaceId), Admission.NO_WORKSPACE);
  }

  /** Stores what {@code change} makes of it, whoever else changes it at the same moment. */
  OrAnswer<Workspace> change(String workspaceId, Function<Workspace, OrAnswer<Workspace>> change) {
    return read(workspaceId)
        .then(change)
        .then(allowed -> stored(workspaceId, change))
        .map(this::noted);
  }

  private OrAnswer<Workspace> stored(
      String workspaceId, Function<Workspace, OrAnswer<Workspace>> change) {
    var amendment = new Amendment<>(change, Admission.NO_WORKSPACE);
    return amendment.outcome(stores.workspaces().change(workspaceId, amendment));
  }

  /** Its next call is to see the change, not what the gate remembers. */
  private Workspace noted(Workspace changed) {
    keys.forget(changed.id());
    return changed;
  }
}
