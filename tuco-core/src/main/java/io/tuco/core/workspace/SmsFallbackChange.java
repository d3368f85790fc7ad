package io.tuco.core.workspace;

import io.tuco.core.Change;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.account.SmsSenderChange;
import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * A partial update of the fallback configuration (API contract, section 12); absent values stay,
 * and a switch that is cleared is off. Any update has an account that was stopped tried again.
 */
public record SmsFallbackChange(
    Change<Boolean> enabled,
    Change<String> accountSid,
    Change<Sealed> authToken,
    SmsSenderChange sender,
    Change<Boolean> onFailed) {

  /** Why an update is refused. */
  public enum Refusal {
    /** It sets a number and a messaging service. */
    TWO_SENDERS,
    /** It asks for texts after failures, which could not be sent after it. */
    NOT_CONFIGURED
  }

  public Optional<Refusal> refusal(SmsFallback current) {
    if (sender.setsTwo()) {
      return Optional.of(Refusal.TWO_SENDERS);
    }
    var asked = onFailed.after(Optional.empty()).orElse(false);
    return asked && after(current, current.updatedAt()).account().isEmpty()
        ? Optional.of(Refusal.NOT_CONFIGURED)
        : Optional.empty();
  }

  public SmsFallback appliedTo(SmsFallback current, Instant now) {
    return after(current, Optional.of(now));
  }

  /**
   * The account to ask Twilio about before the update is kept: one that becomes complete, gets
   * other credentials, is switched on, or was stopped. Switching it off must work without Twilio.
   */
  public Optional<SmsAccount> toProve(SmsFallback current) {
    var after = after(current, current.updatedAt());
    var isNew =
        !current.isConfigured()
            || !after.accountSid().equals(current.accountSid())
            || !after.authToken().equals(current.authToken())
            || after.enabled() && (!current.enabled() || current.stop().isPresent());
    return isNew ? after.configuredAccount() : Optional.empty();
  }

  private SmsFallback after(SmsFallback current, Optional<Instant> updatedAt) {
    return new SmsFallback(
        isOn(enabled, current.enabled()),
        accountSid.after(current.accountSid()),
        authToken.after(current.authToken()),
        sender.fromAfter(current.from()),
        sender.messagingServiceSidAfter(current.messagingServiceSid()),
        isOn(onFailed, current.onFailed()),
        updatedAt,
        Optional.empty());
  }

  private static boolean isOn(Change<Boolean> change, boolean current) {
    return change.after(Optional.of(current)).orElse(false);
  }
}
