package io.tuco.core.account;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.secret.Sealed;
import java.util.Optional;

/**
 * A mailbox to send from and the SMTP server that takes its mail (e-mail contract, section 1).
 *
 * @param username absent where the server asks for no login
 * @param fromName what stands before the address in {@code From}
 * @param unsubscribeMailto an address that takes opt-outs by mail
 * @param maxPerHour how many mails may leave in an hour of UTC; unlimited when absent
 */
public record MailAccount(
    String host,
    int port,
    MailSecurity security,
    Optional<String> username,
    Optional<Sealed> password,
    EmailAddress fromAddress,
    Optional<String> fromName,
    Optional<EmailAddress> replyTo,
    Optional<EmailAddress> unsubscribeMailto,
    Optional<Integer> maxPerHour) {

  public MailAccount {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535");
    }
  }
}
