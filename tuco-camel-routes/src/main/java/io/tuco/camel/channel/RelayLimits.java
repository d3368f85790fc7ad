package io.tuco.camel.channel;

import java.time.Duration;

/** How long a relay may take to answer a send (relay contract, section 2). */
public record RelayLimits(Duration text, Duration attachment) {

  private static final Duration ATTACHMENT = Duration.ofSeconds(330);

  /** The given limit for a text; the relay itself gives a file five minutes. */
  public static RelayLimits forText(Duration text) {
    return new RelayLimits(text, ATTACHMENT);
  }
}
