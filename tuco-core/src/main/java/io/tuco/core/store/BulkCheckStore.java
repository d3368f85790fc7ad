package io.tuco.core.store;

import io.tuco.core.lead.BulkCheck;
import java.util.List;
import java.util.Optional;

/** Remembers the bulk checks that are not over. */
public interface BulkCheckStore {

  /** Where a bulk check is found, and whose it is; its leads are read by who takes it up. */
  record Place(String workspaceId, String id, Optional<String> owner) {}

  void insert(BulkCheck check);

  /** How many of the workspace are not over. */
  long countOf(String workspaceId);

  /** The oldest of any workspace. */
  List<Place> oldest(int limit);

  Optional<BulkCheck> find(String workspaceId, String id);

  /** Stores how far {@code next} is and whose, unless it is not at that revision any more. */
  boolean replace(BulkCheck seen, BulkCheck next);

  /** Forgets it, unless it is not at that revision any more. */
  boolean remove(BulkCheck seen);
}
