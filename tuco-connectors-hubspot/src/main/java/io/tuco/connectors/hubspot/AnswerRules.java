package io.tuco.connectors.hubspot;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmVerdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The status table of the HubSpot contract, section 1. */
final class AnswerRules {

  private static final Duration LOCKED = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);

  private AnswerRules() {}

  static CrmVerdict judge(Connection connection, CrmCall call, Answered answer, Instant now) {
    return switch (answer.status()) {
      // The call of tokens speaks for nobody: its 401 is about what is in the body.
      case 401 ->
          call.authority() == Authority.NONE ? new CrmVerdict.Pass() : new CrmVerdict.Expired();
      case 408 -> new CrmVerdict.Failing();
      case 423 -> new CrmVerdict.Wait(longer(LOCKED, retryAfter(answer)));
      case 429 -> limited(connection, answer, now);
      default -> isWord(answer) ? new CrmVerdict.Pass() : new CrmVerdict.Failing();
    };
  }

  /** Whether it is the API that speaks, and to the end: no page of a proxy, no half a text. */
  private static boolean isWord(Answered answer) {
    var isOfTheApi = answer.isSuccess() || (answer.status() >= 400 && answer.status() < 500);
    return isOfTheApi && (answer.body().length == 0 || Json.read(answer.text()).isPresent());
  }

  private static CrmVerdict limited(Connection connection, Answered answer, Instant now) {
    var policy =
        Json.read(answer.text()).flatMap(body -> Json.field(body, "policyName")).orElse("");
    return switch (policy) {
      case "DAILY" ->
          new CrmVerdict.Closed(
              midnight(connection, now), "HubSpot's limit of calls for the day is used up");
      case "SECONDLY" -> new CrmVerdict.Wait(longer(SECOND, retryAfter(answer)));
      default -> new CrmVerdict.Wait(longer(interval(answer), retryAfter(answer)));
    };
  }

  /** Of the portal's own zone; of an unknown one, when every zone has had its midnight. */
  private static Instant midnight(Connection connection, Instant now) {
    return connection
        .account()
        .flatMap(CrmAccount::zone)
        .flatMap(AnswerRules::zone)
        .map(zone -> now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant())
        .orElseGet(() -> now.plus(DAY));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration interval(Answered answer) {
    return number(answer, "X-HubSpot-RateLimit-Interval-Milliseconds")
        .map(Duration::ofMillis)
        .map(told -> longer(SECOND, told))
        .orElse(TEN_SECONDS);
  }

  private static Duration retryAfter(Answered answer) {
    return number(answer, "Retry-After").map(Duration::ofSeconds).orElse(Duration.ZERO);
  }

  private static Duration longer(Duration ours, Duration theirs) {
    var longer = ours.compareTo(theirs) >= 0 ? ours : theirs;
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private static Optional<Long> number(Answered answer, String header) {
    return answer.header(header).filter(text -> text.matches("[0-9]{1,9}")).map(Long::valueOf);
  }
}
