package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.Dialogue;
import java.time.Instant;
import java.util.Optional;

/** Notes on a contact: where there is no conversation to write to. */
final class Notes {

  private final GhlCalls calls;

  Notes(GhlCalls calls) {
    this.calls = calls;
  }

  /** Comes to the note's id. */
  Dialogue<String> write(String contactId, String text) {
    return Asking.of(
        calls.once("POST", path(contactId), GhlJson.object().put("body", text)),
        json -> Written.id(json.path("note"), "id"));
  }

  /** The note with this text, written at that instant or later. */
  Dialogue<Optional<String>> find(String contactId, String text, Instant since) {
    return Asking.of(
        calls.get(path(contactId)),
        json ->
            Dialogue.ended(
                GhlJson.elements(json.path("notes"))
                    .filter(note -> says(note, text) && Written.isSince(note, since))
                    .flatMap(note -> GhlJson.text(note, "id").stream())
                    .findFirst()));
  }

  /** GHL's editor may have put tags around it. */
  private static boolean says(JsonNode note, String text) {
    return squeezed(note.path("body").asText()).equals(squeezed(text));
  }

  private static String squeezed(String text) {
    return PlainText.of(text).replaceAll("\\s+", " ");
  }

  private static String path(String contactId) {
    return "/contacts/" + GhlCalls.encoded(contactId) + "/notes";
  }
}
