package io.tuco.core.account;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.secret.Sealed;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Twilio account and the one sender that texts leave from (Twilio contract, section 1): a number
 * or a messaging service, never both.
 *
 * @param accountSid {@code AC} and 32 hex characters
 * @param messagingServiceSid {@code MG} and 32 hex characters
 */
public record SmsAccount(
    String accountSid,
    Sealed authToken,
    Optional<PhoneNumber> from,
    Optional<String> messagingServiceSid) {

  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
  private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

  public SmsAccount {
    if (from.isPresent() == messagingServiceSid.isPresent()) {
      throw new IllegalArgumentException("either a number or a messaging service sends");
    }
  }

  public static boolean isAccountSid(String text) {
    return ACCOUNT.matcher(text).matches();
  }

  public static boolean isMessagingServiceSid(String text) {
    return SERVICE.matcher(text).matches();
  }
}
