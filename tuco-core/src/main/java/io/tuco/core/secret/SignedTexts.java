package io.tuco.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes texts that fit in a URL and that nobody else can write, and reads them. Signed, not
 * encrypted: whoever holds one may read it. Thread-safe.
 */
public final class SignedTexts {

  private static final int MAC_BYTES = 32;
  private static final int LONGEST = 1_024;

  private final SigningKey key;

  private SignedTexts(SigningKey key) {
    this.key = key;
  }

  /**
   * @param purpose see {@link SigningKey#under}: what was signed for another is not read
   */
  public static SignedTexts under(byte[] secretsKey, String purpose) {
    return new SignedTexts(SigningKey.under(secretsKey, purpose));
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  public String write(String text) {
    var claim = text.getBytes(UTF_8);
    var whole =
        ByteBuffer.allocate(MAC_BYTES + claim.length).put(key.sign(claim)).put(claim).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Empty for whatever we did not write. */
  public Optional<String> read(String signed) {
    return signed.length() > LONGEST ? Optional.empty() : bytes(signed).flatMap(this::verified);
  }

  /** A text that is another spelling of the same bytes is none of ours. */
  private static Optional<byte[]> bytes(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      var canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return canonical.equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> verified(byte[] whole) {
    if (whole.length <= MAC_BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(whole);
    var signature = new byte[MAC_BYTES];
    var claim = new byte[whole.length - MAC_BYTES];
    buffer.get(signature).get(claim);
    return MessageDigest.isEqual(signature, key.sign(claim))
        ? Optional.of(new String(claim, UTF_8))
        : Optional.empty();
  }
}
