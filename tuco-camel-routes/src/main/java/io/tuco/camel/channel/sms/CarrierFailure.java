package io.tuco.camel.channel.sms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a status callback's {@code ErrorCode} says about a text that Twilio had taken (Twilio
 * contract, section 3): whether a new attempt of the same message may follow, and when.
 *
 * @param reason a sentence with the code, for {@code errorMessage}
 * @param retries the pauses before further attempts; after the last one the failure is permanent
 * @param senderRest how long the sender may not be used; until somebody changes something when a
 *     failure of the sender has none
 * @param alerts whether a person should look at it
 */
public record CarrierFailure(
    Kind kind,
    String reason,
    List<Duration> retries,
    Optional<Duration> senderRest,
    boolean alerts) {

  /** Who is concerned. */
  public enum Kind {
    /** This text to this number will not arrive. */
    PERMANENT,
    /** It may arrive another time. */
    RETRY,
    /** Nothing of this sender arrives. */
    SENDER
  }

  private static final Duration DAY = Duration.ofHours(24);

  public CarrierFailure {
    retries = List.copyOf(retries);
  }

  /** One row per code; a code that nobody thought of is permanent. */
  public static CarrierFailure of(int code) {
    return switch (code) {
      case 30001 -> retry("Twilio's queue overflowed", code, minutes(15), minutes(60));
      case 30003 ->
          retry("The phone could not be reached", code, minutes(15), minutes(60), minutes(240));
      case 30008 -> retry("The carrier gave no reason", code, minutes(15));
      case 63017 -> retry("The account sends too fast", code, minutes(5), minutes(15), minutes(60));
      case 14107 ->
          alerting(retry("Too many replies to this number", code, minutes(1), minutes(5)));
      case 63038 -> sender(code, Optional.of(DAY));
      case 20003, 20404, 21408, 21606, 21612, 21659, 21660, 30002, 30034 ->
          sender(code, Optional.empty());
      default -> permanent(code);
    };
  }

  /** The pause before the attempt that follows {@code failed} failed ones; empty when none may. */
  public Optional<Duration> retryAfter(int failed) {
    return failed >= 1 && failed <= retries.size()
        ? Optional.of(retries.get(failed - 1))
        : Optional.empty();
  }

  private static CarrierFailure permanent(int code) {
    return new CarrierFailure(
        Kind.PERMANENT, TwilioError.of(code).reason(), List.of(), Optional.empty(), false);
  }

  private static CarrierFailure sender(int code, Optional<Duration> rest) {
    return new CarrierFailure(Kind.SENDER, TwilioError.of(code).reason(), List.of(), rest, true);
  }

  private static CarrierFailure retry(String sentence, int code, Duration... pauses) {
    var reason = sentence + " (" + code + ")";
    return new CarrierFailure(Kind.RETRY, reason, List.of(pauses), Optional.empty(), false);
  }

  private static CarrierFailure alerting(CarrierFailure failure) {
    return new CarrierFailure(
        failure.kind, failure.reason, failure.retries, failure.senderRest, true);
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
