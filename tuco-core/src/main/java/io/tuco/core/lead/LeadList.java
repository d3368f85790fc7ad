package io.tuco.core.lead;

import java.time.Instant;

/** A named list of leads. */
public record LeadList(
    String id,
    String workspaceId,
    String name,
    String description,
    Instant createdAt,
    Instant updatedAt) {

  /** The list that holds people first met through the send call (API contract, section 2.2). */
  public static final String QUICK_SENDS = "Quick Sends";

  public static final String QUICK_SENDS_DESCRIPTION = "Quick send messages";

  /**
   * The Quick Sends list of a workspace, as it is when it is made. Its id follows from the
   * workspace's, so that rivals who make it at once make the same one.
   */
  public static LeadList quickSends(String workspaceId, Instant now) {
    return new LeadList(
        ListIds.quickSends(workspaceId),
        workspaceId,
        QUICK_SENDS,
        QUICK_SENDS_DESCRIPTION,
        now,
        now);
  }

  /** A list as a client makes it. A workspace has one of a name: the id follows from it. */
  public static LeadList named(String workspaceId, String name, String description, Instant now) {
    return name.equals(QUICK_SENDS)
        ? quickSends(workspaceId, now)
        : new LeadList(ListIds.named(workspaceId, name), workspaceId, name, description, now, now);
  }

  public boolean isQuickSends() {
    return name.equals(QUICK_SENDS);
  }
}
