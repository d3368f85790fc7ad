package io.tuco.core.workspace;

import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * The workspace's own Twilio account, from which a text follows where iMessage did not reach (API
 * contract, section 12), and plain texts where it has no SMS line.
 *
 * @param onFailed whether a failed message gets one too, unless the message says otherwise
 * @param stop present while the account is of no use as it is configured
 */
public record SmsFallback(
    boolean enabled,
    Optional<String> accountSid,
    Optional<Sealed> authToken,
    Optional<PhoneNumber> from,
    Optional<String> messagingServiceSid,
    boolean onFailed,
    Optional<Instant> updatedAt,
    Optional<AccountStop> stop) {

  public static SmsFallback none() {
    return new SmsFallback(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  public boolean isConfigured() {
    return accountSid.isPresent()
        && authToken.isPresent()
        && from.isPresent() != messagingServiceSid.isPresent();
  }

  public SmsFallback stoppedBy(AccountStop why) {
    return new SmsFallback(
        enabled,
        accountSid,
        authToken,
        from,
        messagingServiceSid,
        onFailed,
        updatedAt,
        Optional.of(why));
  }

  /** The account to send from; empty unless it is both configured and enabled. */
  public Optional<SmsAccount> account() {
    return enabled ? configuredAccount() : Optional.empty();
  }

  /** The account as far as it is complete, be it enabled or not. */
  public Optional<SmsAccount> configuredAccount() {
    return isConfigured()
        ? Optional.of(
            new SmsAccount(
                accountSid.orElseThrow(), authToken.orElseThrow(), from, messagingServiceSid))
        : Optional.empty();
  }
}
