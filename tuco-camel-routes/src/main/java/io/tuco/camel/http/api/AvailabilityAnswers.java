package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.engine.LookUpResult;
import java.util.List;

/** What an availability call is answered where no look-up, or no answer, came of it. */
final class AvailabilityAnswers {

  private static final String NO_QUOTA = "Daily availability check quota exhausted";
  private static final String RETRY_AFTER = "Retry-After";
  private static final String QUOTA_SECONDS = "3600";

  /** Places in the queue of a device become free every three seconds. */
  static final HttpAnswer TOO_MANY =
      HttpAnswer.error(429, "Rate limit exceeded").with(RETRY_AFTER, "3");

  static final HttpAnswer TOO_MANY_IN_BACKGROUND =
      HttpAnswer.error(429, "Rate limit exceeded").with(RETRY_AFTER, "60");

  static final HttpAnswer QUOTA = HttpAnswer.error(429, NO_QUOTA).with(RETRY_AFTER, QUOTA_SECONDS);

  private AvailabilityAnswers() {}

  static HttpAnswer notFound(int status, String reason) {
    return HttpAnswer.of(status, new JsonFields().put("available", false).put("reason", reason));
  }

  /** The quota, as the search for one available address says it. */
  static HttpAnswer quotaOfSearch() {
    return notFound(429, NO_QUOTA).with(RETRY_AFTER, QUOTA_SECONDS);
  }

  /** No answer about a single address, and why. */
  static HttpAnswer unanswered(LookUpResult why) {
    return HttpAnswer.of(
        500,
        new JsonFields()
            .put("error", "Internal server error")
            .put(
                "reason",
                why == LookUpResult.NO_DEVICE
                    ? "No healthy line can check availability."
                    : "The device gave no answer."));
  }

  static boolean isWithoutQuota(List<LookUpResult> results) {
    return results.stream().allMatch(result -> result == LookUpResult.NO_QUOTA);
  }
}
