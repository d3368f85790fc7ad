package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer means to the transport (contract, section 1). */
final class GhlVerdicts {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** GHL does not say when its day ends: asked again so often. */
  private static final Duration DAY_USED_UP = Duration.ofHours(1);

  private GhlVerdicts() {}

  static CrmVerdict of(CrmCall call, Answered answer, Instant now) {
    if (answer.status() == 429) {
      return limited(answer, now);
    }
    if (answer.status() == 401 && call.authority() == CrmCall.Authority.CONNECTION) {
      return new CrmVerdict.Expired();
    }
    return isFailing(answer) ? new CrmVerdict.Failing() : new CrmVerdict.Pass();
  }

  /** Also what is no JSON is a failure: it comes from something in front of GHL, or broke off. */
  static boolean isFailing(Answered answer) {
    return answer.status() >= 500
        || answer.status() == 408
        || GhlJson.parse(answer.text()).isEmpty();
  }

  private static CrmVerdict limited(Answered answer, Instant now) {
    if (number(answer, "x-ratelimit-daily-remaining").filter(left -> left <= 0).isPresent()) {
      return new CrmVerdict.Closed(now.plus(DAY_USED_UP), "GHL's calls of the day are used up.");
    }
    var pause =
        number(answer, "retry-after")
            .map(Duration::ofSeconds)
            .or(() -> number(answer, "x-ratelimit-interval-milliseconds").map(Duration::ofMillis))
            .filter(given -> !given.isZero())
            .orElse(PAUSE);
    return new CrmVerdict.Wait(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static Optional<Long> number(Answered answer, String header) {
    return answer
        .header(header)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(Long::valueOf);
  }
}
