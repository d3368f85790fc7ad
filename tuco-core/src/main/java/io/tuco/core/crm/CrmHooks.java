package io.tuco.core.crm;

import java.time.Duration;
import java.util.List;

/** What a CRM calls us with, and how it wants to be answered so that its retries work for us. */
public interface CrmHooks {

  /**
   * A hook: {@code POST /hooks/<crm>/<name>}, with the connection's id behind it or not. The one
   * without a name is {@code POST /hooks/<crm>/<connection>}.
   */
  record Hook(String name, boolean ofConnection, boolean tokenInUrl) {}

  List<Hook> names();

  /**
   * Verifies and reads.
   *
   * @param keys what verifies it, beside the connector's own settings
   */
  HookReading read(HookCall call, HookKeys keys);

  /** Everything is stored. */
  HookAnswer stored();

  /** What a send order came to. */
  HookAnswer answer(SendOrder order, SendOutcome outcome);

  /** It could not be stored: ask the CRM to come again. */
  HookAnswer notStored(Duration retryAfter);

  /** Too many orders: ask the CRM to come again. */
  HookAnswer limited(Duration retryAfter);

  /** The connection of the URL is not there. */
  HookAnswer unknownConnection();
}
