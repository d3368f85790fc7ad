package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.StatusCodes;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.intake.SubmissionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of a bulk call in the order of its items (API contract, section 13). */
final class BulkResults {

  private static final int FIRST_REFUSAL = 300;

  private final List<Map<String, @Nullable Object>> results = new ArrayList<>();
  private final List<SubmissionResult.Accepted> messages = new ArrayList<>();
  private int accepted;
  private int skipped;
  private int rejected;

  /** {@code status} is the HTTP status of the item; that of its message is in the message. */
  void add(HttpAnswer given) {
    var answer = StatusCodes.coded(given);
    count(answer);
    var result = new JsonFields().put("index", results.size()).putAll(answer.body()).tree();
    result.put("status", answer.status());
    results.add(result);
  }

  void accept(SubmissionResult.Accepted message) {
    messages.add(message);
  }

  List<SubmissionResult.Accepted> accepted() {
    return List.copyOf(messages);
  }

  HttpAnswer answer() {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("success", true)
            .put("accepted", accepted)
            .put("skipped", skipped)
            .put("rejected", rejected)
            .put("results", results));
  }

  private void count(HttpAnswer answer) {
    if (answer.status() >= FIRST_REFUSAL) {
      rejected++;
    } else if (Boolean.TRUE.equals(answer.body().get("skipped"))) {
      skipped++;
    } else {
      accepted++;
    }
  }
}
