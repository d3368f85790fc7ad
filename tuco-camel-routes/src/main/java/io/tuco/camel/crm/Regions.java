package io.tuco.camel.crm;

import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;

/** Which country the numbers of a workspace's contacts are of when they do not say. */
final class Regions {

  private static final String DOCUMENTED = "US";

  private Regions() {}

  static String of(Stores stores, String workspaceId) {
    return stores.workspaces().find(workspaceId).map(Workspace::defaultRegion).orElse(DOCUMENTED);
  }
}
