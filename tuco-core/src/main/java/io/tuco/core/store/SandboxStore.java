package io.tuco.core.store;

import io.tuco.core.workspace.SandboxPairing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Remembers which phone each account has paired, and how much it used of its days. */
public interface SandboxStore {

  Optional<SandboxPairing> find(String workspaceId, String userId);

  /** The account that waits for this code, or did before it grew old. */
  Optional<SandboxPairing> awaiting(String workspaceId, String code);

  /**
   * Stores the pairing, unless another revision is there than the one before it. The first revision
   * is 1, and needs that none is there.
   */
  boolean replace(SandboxPairing next);

  /** One message more of the account's day; false when it had that many already. */
  boolean use(String workspaceId, String userId, LocalDate day, int most);

  /** How many messages the account has used of the day. */
  int used(String workspaceId, String userId, LocalDate day);

  /** Forgets the counts of days before that. */
  void forgetBefore(Instant then);
}
