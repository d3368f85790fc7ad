package io.tuco.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of a delivery, over the exact bytes that are sent (webhooks contract, sections 3
 * and 4).
 */
public final class WebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * The value of {@code X-Tuco-Signature}: HMAC-SHA256 of the body in lower-case hex. Its key is
   * the secret as text, {@code whsec_} included, and nothing in it is bound to a time.
   */
  public static String tuco(WebhookSecret secret, byte[] body) {
    return HexFormat.of().formatHex(mac(secret.text().getBytes(UTF_8), body));
  }

  /**
   * One value of {@code webhook-signature}: {@code v1,} and the base64 HMAC-SHA256 of id, time and
   * body. Its key is the decoded part of the secret.
   *
   * @param id the {@code webhook-id} header
   * @param unixSeconds the {@code webhook-timestamp} header
   */
  public static String standard(WebhookSecret secret, String id, long unixSeconds, byte[] body) {
    var head = (id + "." + unixSeconds + ".").getBytes(UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac(secret.key(), head, body));
  }

  /**
   * The value of {@code X-Webhook-Signature} on {@code /v1}: lower-case hex HMAC-SHA256 of time and
   * body. Its key is the secret as text, {@code whsec_} included (webhook contract, section 4).
   *
   * @param unixMillis the {@code X-Webhook-Timestamp} header
   */
  public static String v1(WebhookSecret secret, long unixMillis, byte[] body) {
    var head = (unixMillis + ".").getBytes(UTF_8);
    return HexFormat.of().formatHex(mac(secret.text().getBytes(UTF_8), head, body));
  }

  private static byte[] mac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + ALGORITHM, e);
    }
  }
}
