package io.tuco.core.message;

import java.time.Instant;
import java.util.Objects;

/**
 * What a signed URL of a stored file says: which one, and until when whoever has it may read it.
 */
public record FilePass(String workspaceId, String fileId, Instant until) {

  public FilePass {
    Objects.requireNonNull(workspaceId, "workspaceId");
    Objects.requireNonNull(fileId, "fileId");
  }

  public boolean isValid(Instant now) {
    return now.isBefore(until);
  }
}
