package io.tuco.core.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which a device's reports prove to be its own; one per device, made of its id, so
 * that nothing needs to be stored. Valid as long as the secrets key. Thread-safe.
 */
public final class CallbackSecrets {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String LABEL = "tuco device callback 1";

  private final SecretKeySpec key;

  private CallbackSecrets(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** With a key of its own, made from the secrets key: a leak of one does not give the other. */
  public static CallbackSecrets under(byte[] secretsKey) {
    return new CallbackSecrets(
        mac(new SecretKeySpec(secretsKey, ALGORITHM), LABEL.getBytes(UTF_8)));
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  public String of(String deviceId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mac(key, deviceId.getBytes(UTF_8)));
  }

  /** Takes as long for a wrong secret as for the right one. */
  public boolean fits(String deviceId, String given) {
    return MessageDigest.isEqual(of(deviceId).getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static byte[] mac(SecretKeySpec key, byte[] data) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM lacks " + ALGORITHM, e);
    }
  }
}
