package io.tuco.core.event;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What an endpoint and we share to sign deliveries: {@code whsec_} and the base64 of 32 random
 * bytes (webhooks contract, section 3). Never printed.
 */
public record WebhookSecret(String text) {

  private static final String MARK = "whsec_";
  private static final int KEY_LENGTH = 32;
  private static final int TEXT_LENGTH = MARK.length() + 44;

  public WebhookSecret {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("A webhook secret is whsec_ and the base64 of 32 bytes");
    }
  }

  /** A new secret; the generator must be a cryptographic one outside of tests. */
  public static WebhookSecret mint(RandomGenerator random) {
    var key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    return new WebhookSecret(MARK + Base64.getEncoder().encodeToString(key));
  }

  /** The secret, or nothing if it is not written exactly as we would write it. */
  public static Optional<WebhookSecret> parse(String raw) {
    return isWellFormed(raw) ? Optional.of(new WebhookSecret(raw)) : Optional.empty();
  }

  /** The random bytes themselves: the key of the Standard Webhooks signature. */
  byte[] key() {
    return Base64.getDecoder().decode(text.substring(MARK.length()));
  }

  @Override
  public String toString() {
    return MARK + "…";
  }

  private static boolean isWellFormed(String text) {
    return text.length() == TEXT_LENGTH
        && text.startsWith(MARK)
        && isCanonicalBase64(text.substring(MARK.length()));
  }

  /** One spelling only: the text is the key of the other signature, byte by byte. */
  private static boolean isCanonicalBase64(String text) {
    try {
      var key = Base64.getDecoder().decode(text);
      return key.length == KEY_LENGTH && Base64.getEncoder().encodeToString(key).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
