package io.tuco.core.engine;

import io.tuco.core.intake.KeyRules;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Duration;
import java.time.Instant;

/** Forgets what has been kept long enough; nothing depends on when that happens. */
public final class Retention {

  /** Deliveries, with their payloads and logs (webhook contract, section 5). */
  static final Duration DELIVERIES = Duration.ofDays(30);

  /** Notices of CRMs (GHL contract, section 5). */
  static final Duration NOTICES = Duration.ofHours(24);

  /** Orders to devices, which nobody asks for any more by then. */
  static final Duration ORDERS = Duration.ofDays(30);

  private final Stores stores;

  Retention(Stores stores) {
    this.stores = stores;
  }

  public void sweep(Instant now) {
    stores.idempotency().forgetBefore(now.minus(KeyRules.KEPT));
    stores.deliveries().forgetBefore(now.minus(DELIVERIES));
    stores.crmJobs().forgetBefore(now.minus(DELIVERIES));
    stores.crmHooks().forgetBefore(now.minus(NOTICES), now.minus(KeyRules.KEPT));
    stores.chatOrders().forget(now.minus(ORDERS));
    stores.files().forgetBefore(now.minus(StoredFile.KEPT));
    stores.sandboxes().forgetBefore(now.minus(SandboxPairing.USE_KEPT));
    stores.sendMarks().forgetBefore(now.minus(DoubleSendGuard.LONGEST));
  }
}
