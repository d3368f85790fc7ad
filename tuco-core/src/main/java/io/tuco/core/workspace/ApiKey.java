package io.tuco.core.workspace;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key of a workspace, without its secret: only the secret's SHA-256 is kept.
 *
 * @param lineIds the lines it may use; empty means all of them
 */
public record ApiKey(
    String id,
    String workspaceId,
    String name,
    String hash,
    String prefix,
    String last4,
    Set<Scope> scopes,
    Set<String> lineIds,
    boolean enabled,
    Optional<Instant> expiresAt,
    Optional<String> userId,
    KeyDialect dialect,
    Instant createdAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
    lineIds = Set.copyOf(lineIds);
  }

  public boolean isUsable(Instant now) {
    return enabled && expiresAt.map(now::isBefore).orElse(true);
  }

  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }

  public boolean reaches(String lineId) {
    return lineIds.isEmpty() || lineIds.contains(lineId);
  }
}
