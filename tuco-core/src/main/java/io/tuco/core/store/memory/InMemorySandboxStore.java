package io.tuco.core.store.memory;

import io.tuco.core.store.SandboxStore;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemorySandboxStore implements SandboxStore {

  private record Account(String workspaceId, String userId) {}

  private record Day(Account account, LocalDate date) {}

  private final Map<Account, SandboxPairing> pairings = new HashMap<>();
  private final Map<Day, Integer> uses = new HashMap<>();

  @Override
  public synchronized Optional<SandboxPairing> find(String workspaceId, String userId) {
    return Optional.ofNullable(pairings.get(new Account(workspaceId, userId)));
  }

  @Override
  public synchronized Optional<SandboxPairing> awaiting(String workspaceId, String code) {
    return pairings.values().stream()
        .filter(pairing -> pairing.workspaceId().equals(workspaceId))
        .filter(pairing -> pairing.code().map(SandboxCode::text).equals(Optional.of(code)))
        .findFirst();
  }

  @Override
  public synchronized boolean replace(SandboxPairing next) {
    var account = new Account(next.workspaceId(), next.userId());
    var before = find(next.workspaceId(), next.userId()).map(SandboxPairing::revision).orElse(0L);
    if (before != next.revision() - 1) {
      return false;
    }
    pairings.put(account, next);
    return true;
  }

  @Override
  public synchronized boolean use(String workspaceId, String userId, LocalDate day, int most) {
    if (used(workspaceId, userId, day) >= most) {
      return false;
    }
    uses.merge(new Day(new Account(workspaceId, userId), day), 1, Integer::sum);
    return true;
  }

  @Override
  public synchronized int used(String workspaceId, String userId, LocalDate day) {
    return uses.getOrDefault(new Day(new Account(workspaceId, userId), day), 0);
  }

  @Override
  public synchronized void forgetBefore(Instant then) {
    var first = LocalDate.ofInstant(then, ZoneOffset.UTC);
    uses.keySet().removeIf(day -> day.date().isBefore(first));
  }
}
