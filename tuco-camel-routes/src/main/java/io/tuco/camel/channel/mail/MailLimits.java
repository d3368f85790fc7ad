package io.tuco.camel.channel.mail;

import java.time.Duration;

/**
 * How long an SMTP server may take (e-mail contract, section 4).
 *
 * @param connect until the connection stands
 * @param command for each read and each write after that
 * @param afterDot for the answer to the whole message
 */
public record MailLimits(Duration connect, Duration command, Duration afterDot) {

  public static MailLimits documented() {
    return new MailLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(300));
  }
}
