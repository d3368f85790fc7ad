package io.tuco.core.engine.crm;

import java.time.Duration;

/**
 * The numbers of what flows to CRMs.
 *
 * @param claim how long a job is one node's; what a crash left is begun again after it
 * @param lease the same for finding or making one contact
 * @param margin calls to the CRM begin so long before a claim or a lease ends, at the latest: as
 *     long as the transport may take for one
 * @param perConnection jobs of one connection under way on a node at the same time
 * @param perNode jobs under way on a node at the same time
 */
public record FlowLimits(
    Duration claim, Duration lease, Duration margin, int perConnection, int perNode) {

  public FlowLimits {
    if (margin.compareTo(lease) >= 0 || lease.compareTo(claim) > 0 || perConnection < 1) {
      throw new IllegalArgumentException("claim, lease and margin do not fit together");
    }
  }

  public static FlowLimits documented() {
    return claiming(Duration.ofMinutes(5));
  }

  /** The same with another claim, and what belongs to it in proportion. */
  public static FlowLimits claiming(Duration claim) {
    var fifth = claim.dividedBy(5);
    return new FlowLimits(claim, fifth.multipliedBy(3), fifth.multipliedBy(2), 4, 64);
  }
}
