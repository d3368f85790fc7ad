package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.RejectionCode;
import java.util.Optional;

/** A list as a client asks for it (API contract, section 8). */
record LeadListWords(String name, String description) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final HttpAnswer NO_NAME = HttpAnswer.error(400, "Name is required");

  static OrAnswer<LeadListWords> read(JsonReader body) {
    var name = body.text("name").map(String::strip).filter(text -> !text.isEmpty());
    var description = body.text("description").map(String::strip).orElse("");
    return body.refusal()
        .map(RejectionAnswers::of)
        .<OrAnswer<String>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(name, NO_NAME))
        .unless(text -> tooLong("name", text, LONGEST_NAME))
        .unless(text -> tooLong("description", description, LONGEST_DESCRIPTION))
        .map(text -> new LeadListWords(text, description));
  }

  private static Optional<HttpAnswer> tooLong(String field, String text, int longest) {
    return text.length() > longest
        ? Optional.of(RejectionAnswers.of(RejectionCode.INVALID_FIELD.rejection(field)))
        : Optional.empty();
  }
}
