package io.tuco.core.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.secret.SigningKey;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The secret by which a device's reports prove to be its own; one per device, made of its id, so
 * that nothing needs to be stored. Valid as long as the secrets key. Thread-safe.
 */
public final class CallbackSecrets {

  private static final String LABEL = "tuco device callback 1";

  private final SigningKey key;

  private CallbackSecrets(SigningKey key) {
    this.key = key;
  }

  /** With a key of its own, made from the secrets key: a leak of one does not give the other. */
  public static CallbackSecrets under(byte[] secretsKey) {
    return new CallbackSecrets(SigningKey.under(secretsKey, LABEL));
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  public String of(String deviceId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.sign(deviceId.getBytes(UTF_8)));
  }

  /** Takes as long for a wrong secret as for the right one. */
  public boolean fits(String deviceId, String given) {
    return MessageDigest.isEqual(of(deviceId).getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
