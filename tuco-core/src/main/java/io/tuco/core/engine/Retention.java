package io.tuco.core.engine;

import io.tuco.core.intake.KeyRules;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.DoubleSendGuard;
import java.time.Duration;
import java.time.Instant;

/** Forgets what has been kept long enough; nothing depends on when that happens. */
public final class Retention {

  /** Deliveries, with their payloads and logs (webhook contract, section 5). */
  static final Duration DELIVERIES = Duration.ofDays(30);

  /** Notices of CRMs (GHL contract, section 5). */
  static final Duration NOTICES = Duration.ofHours(24);

  private final Stores stores;

  Retention(Stores stores) {
    this.stores = stores;
  }

  public void sweep(Instant now) {
    stores.idempotency().forgetBefore(now.minus(KeyRules.KEPT));
    stores.deliveries().forgetBefore(now.minus(DELIVERIES));
    stores.crmJobs().forgetBefore(now.minus(DELIVERIES));
    stores.crmHooks().forgetBefore(now.minus(NOTICES), now.minus(KeyRules.KEPT));
    stores.sendMarks().forgetBefore(now.minus(DoubleSendGuard.LONGEST));
  }
}
