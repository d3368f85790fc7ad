package io.tuco.core.store;

import io.tuco.core.lead.LeadList;
import java.time.Instant;
import java.util.Optional;

/** Remembers the lists of leads. */
public interface LeadListStore {

  /** False when the list is there, and so is its name, which its id follows from. */
  boolean insert(LeadList list);

  Optional<LeadList> find(String workspaceId, String listId);

  /** Newest first, then greatest id first. */
  Page<LeadList> page(String workspaceId, PageRequest request);

  /** The leads in it stay where they are. False when the workspace has no such list. */
  boolean delete(String workspaceId, String listId);

  /** The Quick Sends list of the workspace, made now if it is missing; one, whoever asks. */
  LeadList quickSends(String workspaceId, Instant now);
}
