package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import io.tuco.core.store.SandboxStore;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The sandbox of a workspace (/v1 contract, section 8): one line that each of its accounts may
 * write to one phone over, which has said by a text that it wants that.
 */
public final class Sandbox {

  private static final int RIVALS = 20;

  /** Why an account may not use the sandbox line as it asks to. */
  public enum Refusal {
    /** The key belongs to no user. */
    REQUIRES_OWNER,
    NOT_ACTIVATED,
    QUOTA_EXCEEDED
  }

  /** An account's pairing, and what is left of its day. */
  public record Standing(
      SandboxPairing pairing, Line line, int used, Instant resetsAt, Instant asOf) {

    public int remaining() {
      return Math.max(0, SandboxPairing.MESSAGES_PER_DAY - used);
    }
  }

  private final Stores stores;
  private final SandboxStore pairings;
  private final RandomGenerator random;

  /**
   * @param random a cryptographic one outside of tests
   */
  public Sandbox(Stores stores, RandomGenerator random) {
    this.stores = stores;
    this.pairings = stores.sandboxes();
    this.random = random;
  }

  /** The line that the operator has marked; the eldest where there are several. */
  public Optional<Line> line(String workspaceId) {
    return stores.lines().ofWorkspace(workspaceId).stream()
        .filter(line -> line.sandbox() && line.active())
        .findFirst();
  }

  public Standing standing(Line line, String userId, Instant now) {
    return standing(line, pairing(line.workspaceId(), userId), now);
  }

  /** The same, after a code was made where there was neither a phone nor a code. */
  public Standing open(Line line, String userId, Instant now) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var known = pairing(line.workspaceId(), userId);
      if (known.status(now) != SandboxPairing.Status.MISSING) {
        return standing(line, known, now);
      }
      var next = known.awaiting(freeCode(line.workspaceId(), now));
      if (pairings.replace(next)) {
        return standing(line, next, now);
      }
    }
    throw new IllegalStateException("an account's pairing changed " + RIVALS + " times");
  }

  /** Whom alone the key may write to and read of over the sandbox line. */
  public Optional<Address> contact(ApiKey key) {
    return key.userId()
        .flatMap(user -> pairings.find(key.workspaceId(), user))
        .flatMap(SandboxPairing::phone)
        .map(SandboxPairing.Phone::address);
  }

  /** Why the key may not use the line at all; empty when it may. */
  public Optional<Refusal> refusal(ApiKey key) {
    if (key.userId().isEmpty()) {
      return Optional.of(Refusal.REQUIRES_OWNER);
    }
    return contact(key).isEmpty() ? Optional.of(Refusal.NOT_ACTIVATED) : Optional.empty();
  }

  /** Takes one message of the account's day, unless it is used up. */
  public Optional<Refusal> use(ApiKey key, Instant now) {
    return key.userId()
        .map(user -> pairings.use(key.workspaceId(), user, day(now), limit()))
        .map(taken -> taken ? Optional.<Refusal>empty() : Optional.of(Refusal.QUOTA_EXCEEDED))
        .orElseGet(() -> Optional.of(Refusal.REQUIRES_OWNER));
  }

  /** Until the next day of UTC begins, in whole seconds and at least one. */
  public static Duration untilReset(Instant now) {
    var seconds = Duration.between(now, resetsAt(now)).plusMillis(999).toSeconds();
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  private Standing standing(Line line, SandboxPairing pairing, Instant now) {
    var used = pairings.used(line.workspaceId(), pairing.userId(), day(now));
    return new Standing(pairing, line, used, resetsAt(now), now);
  }

  private SandboxPairing pairing(String workspaceId, String userId) {
    return pairings
        .find(workspaceId, userId)
        .orElseGet(() -> SandboxPairing.none(workspaceId, userId));
  }

  /** One that nobody else of the workspace waits for. */
  private SandboxCode freeCode(String workspaceId, Instant now) {
    var code = SandboxCode.mint(random, now);
    while (pairings.awaiting(workspaceId, code.text()).isPresent()) {
      code = SandboxCode.mint(random, now);
    }
    return code;
  }

  private static int limit() {
    return SandboxPairing.MESSAGES_PER_DAY;
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Instant resetsAt(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }
}
