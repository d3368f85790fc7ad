package io.tuco.core.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Many leads to be looked up in the background (API contract, section 6), one after the other. A
 * value; the store replaces one by the next in a compare-and-set on the revision.
 *
 * @param lineIds the lines of the key that ordered it; empty means all of the workspace
 * @param leadIds all of them, in order; they never change
 * @param done how many of them are done
 * @param owner the node that works on it, or last did
 */
public record BulkCheck(
    String id,
    String workspaceId,
    Set<String> lineIds,
    List<String> leadIds,
    int done,
    Optional<String> owner,
    long revision,
    Instant createdAt) {

  public BulkCheck {
    lineIds = Set.copyOf(lineIds);
    leadIds = List.copyOf(leadIds);
    if (done < 0 || done > leadIds.size()) {
      throw new IllegalArgumentException("done from 0 to the number of leads");
    }
  }

  public static BulkCheck of(
      String id, String workspaceId, Set<String> lineIds, List<String> leadIds, Instant now) {
    return new BulkCheck(id, workspaceId, lineIds, leadIds, 0, Optional.empty(), 1, now);
  }

  public boolean isOver() {
    return done == leadIds.size();
  }

  /** The next leads, at most so many. */
  public List<String> next(int most) {
    return leadIds.subList(done, Math.min(leadIds.size(), done + most));
  }

  public BulkCheck ownedBy(String node) {
    return changed(done, Optional.of(node));
  }

  /** With so many more of them done. */
  public BulkCheck after(int more) {
    return changed(done + more, owner);
  }

  private BulkCheck changed(int nowDone, Optional<String> nowOwner) {
    return new BulkCheck(
        id, workspaceId, lineIds, leadIds, nowDone, nowOwner, revision + 1, createdAt);
  }
}
