package io.tuco.camel.channel.sms;

import java.net.URI;
import java.time.Duration;

/**
 * Where Twilio is and how long it may take.
 *
 * @param baseUrl scheme, host and port of the API; a path in it is kept
 * @param publicUrl how Twilio reaches us; empty when it cannot
 * @param connectLimit for DNS, connection and TLS; when it passes, nothing left
 * @param answerLimit for the answer; when it passes, nobody knows
 */
public record SmsSettings(
    URI baseUrl, String publicUrl, Duration connectLimit, Duration answerLimit) {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** With the limits of the Twilio contract, section 7. */
  public static SmsSettings documented(URI baseUrl, String publicUrl) {
    return new SmsSettings(baseUrl, publicUrl, CONNECT, ANSWER);
  }
}
