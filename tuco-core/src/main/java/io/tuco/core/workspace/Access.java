package io.tuco.core.workspace;

/** Who is calling: a usable key and the workspace that it alone selects. */
public record Access(ApiKey key, Workspace workspace) {

  public Access {
    if (!key.workspaceId().equals(workspace.id())) {
      throw new IllegalArgumentException("a key reaches its own workspace only");
    }
  }
}
