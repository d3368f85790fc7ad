package io.tuco.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for one purpose, made from the secrets key: a leak of one does not give the other. Valid as
 * long as the secrets key. Thread-safe.
 */
public final class SigningKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private SigningKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * @param purpose a text that no other purpose has; another text, another key
   */
  public static SigningKey under(byte[] secretsKey, String purpose) {
    return new SigningKey(new SigningKey(secretsKey).sign(purpose.getBytes(UTF_8)));
  }

  /** 32 bytes, the same for the same data. */
  public byte[] sign(byte[] data) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM lacks " + ALGORITHM, e);
    }
  }
}
