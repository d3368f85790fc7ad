package io.tuco.core.engine;

import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.Workspace;
import java.util.Set;

/**
 * The lines that somebody may look up through: those of a workspace and nobody else's.
 *
 * @param lineIds only these of them; empty means all
 */
public record OwnLines(Workspace workspace, Set<String> lineIds) {

  public OwnLines {
    lineIds = Set.copyOf(lineIds);
  }

  public static OwnLines of(Access access) {
    return new OwnLines(access.workspace(), access.key().lineIds());
  }

  boolean contains(String lineId) {
    return lineIds.isEmpty() || lineIds.contains(lineId);
  }
}
