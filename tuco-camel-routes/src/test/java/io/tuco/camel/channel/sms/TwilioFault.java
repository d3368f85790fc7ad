package io.tuco.camel.channel.sms;

import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong with one request to a fake Twilio.
 *
 * @param accepts whether the text is taken all the same
 * @param answer what is said instead of the truth; nothing is said when it is absent
 */
public record TwilioFault(boolean accepts, Optional<Spoken> answer, boolean hangsUp) {

  /** An answer, complete. */
  public record Spoken(int status, Map<String, String> headers, String body) {}

  /** The text is taken, and the answer never comes. */
  public static TwilioFault takesAndStalls() {
    return new TwilioFault(true, Optional.empty(), false);
  }

  /** The request is read, nothing is taken, and the answer never comes. */
  public static TwilioFault stalls() {
    return new TwilioFault(false, Optional.empty(), false);
  }

  /** The text is taken, and the connection is closed without an answer. */
  public static TwilioFault takesAndHangsUp() {
    return new TwilioFault(true, Optional.empty(), true);
  }

  /** The text is taken, and the answer says 500. */
  public static TwilioFault takesAndFails() {
    return new TwilioFault(true, Optional.of(error(500, 20500)), false);
  }

  /** Nothing is taken, and the answer has this status and error code. */
  public static TwilioFault refuses(int status, int code) {
    return answers(error(status, code));
  }

  public static TwilioFault asksToWait(int seconds) {
    var body = error(429, 20429).body();
    return answers(new Spoken(429, Map.of("Retry-After", Integer.toString(seconds)), body));
  }

  /** Nothing is taken, and these bytes come back. */
  public static TwilioFault says(int status, String body) {
    return answers(new Spoken(status, Map.of(), body));
  }

  private static TwilioFault answers(Spoken spoken) {
    return new TwilioFault(false, Optional.of(spoken), false);
  }

  private static Spoken error(int status, int code) {
    var body =
        "{\"code\":%d,\"message\":\"Of the vendor, about +12025550100\",\"more_info\":\"https://twilio.example/%d\",\"status\":%d}"
            .formatted(code, code, status);
    return new Spoken(status, Map.of(), body);
  }
}
