package io.tuco.camel.http.api;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.message.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds a message, added to its document (API contract, section 13). */
final class HoldJson {

  private HoldJson() {}

  static void into(Map<String, @Nullable Object> document, Message message, Hold hold) {
    document.putAll(
        new JsonFields()
            .put("reason", hold.reason())
            .putIf("nextAttemptAt", hold.until().filter(until -> message.status().isWaiting()))
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
