package io.tuco.camel.http.api;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds a message, added to its document (API contract, section 13). */
final class HoldJson {

  private HoldJson() {}

  /** Why it waits and until when, as lists show it. */
  static void briefly(Map<String, @Nullable Object> document, Message message, Hold hold) {
    // What was stored of the next attempt may be over: the line has gone down since.
    document.remove("nextAttemptAt");
    document.putAll(
        new JsonFields()
            .put("reason", hold.reason())
            .putIf("nextAttemptAt", hold.until().filter(until -> message.status().isWaiting()))
            .tree());
  }

  static void into(Map<String, @Nullable Object> document, Message message, Hold hold) {
    briefly(document, message, hold);
    document.putAll(
        new JsonFields()
            .put(
                "explanation",
                new JsonFields()
                    .put("heldBy", hold.by().wire())
                    .putIf("since", hold.since())
                    .putOrNull("until", hold.until())
                    .put("detail", hold.detail())
                    .tree())
            .tree());
  }
}
