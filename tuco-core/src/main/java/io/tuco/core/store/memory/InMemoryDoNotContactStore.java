package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

final class InMemoryDoNotContactStore implements DoNotContactStore {

  /** What has one entry: an address, or a person. */
  private record Place(String workspaceId, String address) {}

  private static final Comparator<DoNotContact> NEWEST_FIRST =
      Comparator.comparing(DoNotContact::createdAt).thenComparing(DoNotContact::id).reversed();

  private final Map<Place, DoNotContact> entries = new HashMap<>();
  private final Map<Place, List<String>> optOuts = new HashMap<>();

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

  @Override
  public synchronized Page<DoNotContact> page(
      String workspaceId, String search, PageRequest request) {
    var part = search.toLowerCase(Locale.ROOT);
    return Table.page(
        entries.values().stream()
            .filter(entry -> entry.workspaceId().equals(workspaceId))
            .filter(entry -> entry.address().value().contains(part))
            .sorted(NEWEST_FIRST)
            .toList(),
        request);
  }

  @Override
  public synchronized int countOptOut(String workspaceId, String person, String cause) {
    var causes =
        optOuts.computeIfAbsent(new Place(workspaceId, person), first -> new ArrayList<>());
    if (!causes.contains(cause)) {
      causes.add(cause);
    }
    return causes.indexOf(cause) + 1;
  }

  @Override
  public synchronized boolean remove(String workspaceId, String entryId) {
    return entries
        .values()
        .removeIf(entry -> entry.workspaceId().equals(workspaceId) && entry.id().equals(entryId));
  }
}
