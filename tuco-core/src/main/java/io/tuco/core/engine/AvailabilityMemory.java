package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What look-ups said of late (settled answer 10): a yes holds for 24 h, a no for 6 h. Bounded; the
 * least recently used goes first. Losing it costs look-ups, nothing else. Thread-safe.
 */
public final class AvailabilityMemory {

  private static final Duration YES_HOLDS = Duration.ofHours(24);
  private static final Duration NO_HOLDS = Duration.ofHours(6);

  private record Key(String workspaceId, String address) {}

  private record Finding(boolean available, Instant until) {}

  private final Map<Key, Finding> findings;

  public AvailabilityMemory(int capacity) {
    this.findings =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Finding> eldest) {
            return size() > capacity;
          }
        };
  }

  public synchronized void note(
      String workspaceId, Address address, Availability answer, Instant now) {
    if (answer == Availability.AVAILABLE) {
      put(workspaceId, address, new Finding(true, now.plus(YES_HOLDS)));
    }
    if (answer == Availability.UNAVAILABLE) {
      put(workspaceId, address, new Finding(false, now.plus(NO_HOLDS)));
    }
  }

  /**
   * The device itself found out that the address has no iMessage. Where that was known it grows no
   * newer: nobody has asked since.
   */
  public synchronized void contradict(String workspaceId, Address address, Instant now) {
    if (!Boolean.FALSE.equals(known(workspaceId, List.of(address), now).get(address))) {
      note(workspaceId, address, Availability.UNAVAILABLE, now);
    }
  }

  synchronized Map<Address, Boolean> known(
      String workspaceId, Collection<Address> addresses, Instant now) {
    var known = new HashMap<Address, Boolean>();
    for (var address : addresses) {
      Optional.ofNullable(findings.get(new Key(workspaceId, address.value())))
          .filter(finding -> now.isBefore(finding.until()))
          .ifPresent(finding -> known.put(address, finding.available()));
    }
    return known;
  }

  private void put(String workspaceId, Address address, Finding finding) {
    findings.put(new Key(workspaceId, address.value()), finding);
  }
}
