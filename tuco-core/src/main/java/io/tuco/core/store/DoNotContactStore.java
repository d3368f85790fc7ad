package io.tuco.core.store;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import java.util.Collection;
import java.util.List;

/** Remembers whom nobody of a workspace may write to: one entry for each address. */
public interface DoNotContactStore {

  /** Stores the entry unless its address has one; answers the one that is there. */
  DoNotContact add(DoNotContact entry);

  /** The entries of these addresses; read afresh, never from a copy. */
  List<DoNotContact> find(String workspaceId, Collection<? extends Address> addresses);

  /** The same, to be fetched later; not from before it was asked. */
  default Asked<List<DoNotContact>> ask(
      String workspaceId, Collection<? extends Address> addresses) {
    var found = find(workspaceId, addresses);
    return () -> found;
  }

  /**
   * Newest first, then greatest id first.
   *
   * @param search a part of the address, in whatever case; all entries when empty
   */
  Page<DoNotContact> page(String workspaceId, String search, PageRequest request);

  /**
   * Which opt-out of the person's this is, from 1: the same however often the same one is counted.
   *
   * @param person the lead's id, or the address that no lead has
   * @param cause what the person did, by its id
   */
  int countOptOut(String workspaceId, String person, String cause);

  /** False when the workspace has no such entry. */
  boolean remove(String workspaceId, String entryId);
}
