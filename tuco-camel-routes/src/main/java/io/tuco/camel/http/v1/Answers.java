package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import java.util.List;
import java.util.Optional;

/** The forms of an answer that is no error (/v1 contract, section 1). */
final class Answers {

  private Answers() {}

  /** A list that is answered whole. */
  static HttpAnswer list(List<?> items) {
    return list(items, Optional.empty());
  }

  /**
   * @param next where the next page begins; empty where this is the last
   */
  static HttpAnswer list(List<?> items, Optional<String> next) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("data", items)
            .put("has_more", next.isPresent())
            .putOrNull("next_cursor", next));
  }

  static HttpAnswer found(JsonFields object) {
    return HttpAnswer.of(200, object);
  }

  static HttpAnswer created(JsonFields object) {
    return HttpAnswer.of(201, object);
  }
}
