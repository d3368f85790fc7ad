package io.tuco.core.workspace;

import io.tuco.core.address.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which phone an account may write to over the sandbox line (/v1 contract, section 8): none, one
 * that is to text a code, or one that has. An account is a user of a workspace. Changed by compare
 * and set.
 *
 * @param revision one more with every change
 * @param code the latest, until it was used
 */
public record SandboxPairing(
    String workspaceId,
    String userId,
    long revision,
    Optional<SandboxCode> code,
    Optional<Phone> phone) {

  /** So many messages an account may send in a day of UTC, over all its keys. */
  public static final int MESSAGES_PER_DAY = 50;

  /** How long a day's count is kept: until that day is over everywhere. */
  public static final Duration USE_KEPT = Duration.ofDays(2);

  /** The phone, or other device of one person, that has texted the code. */
  public record Phone(Address address, Instant since) {

    public Phone {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(since, "since");
    }
  }

  /** How far it is. */
  public enum Status {
    MISSING,
    PENDING,
    ACTIVE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SandboxPairing none(String workspaceId, String userId) {
    return new SandboxPairing(workspaceId, userId, 0, Optional.empty(), Optional.empty());
  }

  public Status status(Instant now) {
    if (phone.isPresent()) {
      return Status.ACTIVE;
    }
    return validCode(now).isPresent() ? Status.PENDING : Status.MISSING;
  }

  /** The code to text, while there is one that works. */
  public Optional<SandboxCode> validCode(Instant now) {
    return code.filter(known -> phone.isEmpty() && known.isValid(now));
  }

  public SandboxPairing awaiting(SandboxCode fresh) {
    return new SandboxPairing(workspaceId, userId, revision + 1, Optional.of(fresh), phone);
  }

  public SandboxPairing with(Phone paired) {
    return new SandboxPairing(
        workspaceId, userId, revision + 1, Optional.empty(), Optional.of(paired));
  }

  public boolean isWith(Address address) {
    return phone.filter(paired -> paired.address().equals(address)).isPresent();
  }
}
