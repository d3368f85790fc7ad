package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.store.DoNotContactStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDoNotContactStore implements DoNotContactStore {

  /** What has one entry. */
  private record Place(String workspaceId, String address) {}

  private final Map<Place, DoNotContact> entries = new HashMap<>();

  @Override
  public synchronized DoNotContact add(DoNotContact entry) {
    var place = new Place(entry.workspaceId(), entry.address().value());
    return Optional.ofNullable(entries.putIfAbsent(place, entry)).orElse(entry);
  }

  @Override
  public synchronized List<DoNotContact> find(
      String workspaceId, Collection<? extends Address> addresses) {
    return addresses.stream()
        .map(address -> new Place(workspaceId, address.value()))
        .distinct()
        .flatMap(place -> Optional.ofNullable(entries.get(place)).stream())
        .toList();
  }
}
