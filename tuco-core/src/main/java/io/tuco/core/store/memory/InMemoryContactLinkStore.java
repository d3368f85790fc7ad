package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.crm.ContactLink;
import io.tuco.core.store.ContactLinkStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryContactLinkStore implements ContactLinkStore {

  private record Place(String connectionId, Address address) {}

  private final Map<Place, ContactLink> links = new HashMap<>();

  @Override
  public synchronized Optional<ContactLink> find(
      String workspaceId, String connectionId, Address address) {
    return Optional.ofNullable(links.get(new Place(connectionId, address)))
        .filter(link -> link.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized boolean replace(ContactLink seen, ContactLink after) {
    var place = new Place(seen.connectionId(), seen.address());
    var version = Optional.ofNullable(links.get(place)).map(ContactLink::version).orElse(0L);
    if (version != seen.version()) {
      return false;
    }
    links.put(place, after);
    return true;
  }

  @Override
  public synchronized void unlink(String workspaceId, String connectionId, String contactId) {
    links
        .values()
        .removeIf(
            link ->
                isOf(link, workspaceId, connectionId)
                    && link.contactId().equals(Optional.of(contactId)));
  }

  @Override
  public synchronized void forget(String workspaceId, Collection<? extends Address> addresses) {
    links
        .values()
        .removeIf(
            link -> link.workspaceId().equals(workspaceId) && addresses.contains(link.address()));
  }

  @Override
  public synchronized void forgetConnection(String workspaceId, String connectionId) {
    links.values().removeIf(link -> isOf(link, workspaceId, connectionId));
  }

  private static boolean isOf(ContactLink link, String workspaceId, String connectionId) {
    return link.workspaceId().equals(workspaceId) && link.connectionId().equals(connectionId);
  }
}
