package io.tuco.core.crm;

import java.time.Duration;

/** Whether and how often contacts are read anew (operator contract, section 2). */
public record SyncPlan(boolean enabled, Duration every) {

  public static final SyncPlan DEFAULT = new SyncPlan(true, Duration.ofMinutes(15));

  public SyncPlan {
    if (every.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("at least a minute between two runs");
    }
  }
}
