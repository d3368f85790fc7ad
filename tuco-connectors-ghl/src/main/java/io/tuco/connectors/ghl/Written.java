package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;

/** What GHL keeps of what was written to it. */
final class Written {

  /** GHL's clock and ours may differ by so much. */
  private static final Duration CLOCKS = Duration.ofSeconds(30);

  private Written() {}

  static Dialogue<String> id(JsonNode json, String name) {
    return GhlJson.text(json, name)
        .map(Dialogue::ended)
        .orElseGet(
            () -> Dialogue.broken(CrmFailure.unknown("GHL did not say what it calls the record.")));
  }

  /** Not an equal one of earlier: people say "ok" more than once. */
  static boolean isSince(JsonNode record, Instant since) {
    return GhlJson.text(record, "dateAdded")
        .flatMap(ContactJson::instant)
        .filter(added -> !added.isBefore(since.minus(CLOCKS)))
        .isPresent();
  }
}
