package io.tuco.core.workspace;

import io.tuco.core.Change;
import java.time.Instant;
import java.util.Optional;

/** A partial update of a key; absent values stay. What it may do is never changed, only revoked. */
public record ApiKeyChange(
    Optional<String> name, Optional<Boolean> enabled, Change<Instant> expiresAt) {

  public ApiKey appliedTo(ApiKey current) {
    return new ApiKey(
        current.id(),
        current.workspaceId(),
        name.orElse(current.name()),
        current.hash(),
        current.prefix(),
        current.last4(),
        current.scopes(),
        current.lineIds(),
        enabled.orElse(current.enabled()),
        expiresAt.after(current.expiresAt()),
        current.userId(),
        current.dialect(),
        current.createdAt());
  }
}
