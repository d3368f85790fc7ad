package io.tuco.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.Parsed;
import io.tuco.core.secret.SigningKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs and reads what stands in unsubscribe links. Thread-safe. A token is valid as long as the
 * secrets key; it is signed, not encrypted: its reader is the person it speaks of.
 */
public final class UnsubscribeTokens {

  private static final String LABEL = "tuco unsubscribe token 1";
  private static final int MAC_BYTES = 32;
  private static final int FIELDS = 4;
  private static final int LONGEST = 1_024;
  private static final String SEPARATOR = "\n";

  private final SigningKey key;

  private UnsubscribeTokens(SigningKey key) {
    this.key = key;
  }

  /** With a key of its own, made from the secrets key: a leak of one does not give the other. */
  public static UnsubscribeTokens under(byte[] secretsKey) {
    return new UnsubscribeTokens(SigningKey.under(secretsKey, LABEL));
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  public String write(UnsubscribeToken token) {
    var claim =
        String.join(
                SEPARATOR,
                token.workspaceId(),
                token.messageId(),
                token.leadId().orElse(""),
                token.address().value())
            .getBytes(UTF_8);
    var whole =
        ByteBuffer.allocate(MAC_BYTES + claim.length).put(key.sign(claim)).put(claim).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Empty for whatever we did not write. */
  public Optional<UnsubscribeToken> read(String text) {
    return text.length() > LONGEST ? Optional.empty() : bytes(text).flatMap(this::verified);
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

  private Optional<UnsubscribeToken> verified(byte[] whole) {
    if (whole.length <= MAC_BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(whole);
    var signature = new byte[MAC_BYTES];
    var claim = new byte[whole.length - MAC_BYTES];
    buffer.get(signature).get(claim);
    return MessageDigest.isEqual(signature, key.sign(claim))
        ? parsed(new String(claim, UTF_8))
        : Optional.empty();
  }

  private static Optional<UnsubscribeToken> parsed(String claim) {
    var fields = claim.split(SEPARATOR, -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    Parsed<EmailAddress> address = EmailAddress.parse(fields[3]);
    var leadId = Optional.of(fields[2]).filter(id -> !id.isEmpty());
    return address.value().map(email -> new UnsubscribeToken(fields[0], leadId, email, fields[1]));
  }
}
