package io.tuco.core.message;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.Parsed;
import io.tuco.core.secret.SignedTexts;
import java.util.Optional;

/**
 * Signs and reads what stands in unsubscribe links. Thread-safe. A token is valid as long as the
 * secrets key; it is signed, not encrypted: its reader is the person it speaks of.
 */
public final class UnsubscribeTokens {

  private static final String LABEL = "tuco unsubscribe token 1";
  private static final int FIELDS = 4;
  private static final String SEPARATOR = "\n";

  private final SignedTexts signed;

  private UnsubscribeTokens(SignedTexts signed) {
    this.signed = signed;
  }

  /** With a key of its own, made from the secrets key: a leak of one does not give the other. */
  public static UnsubscribeTokens under(byte[] secretsKey) {
    return new UnsubscribeTokens(SignedTexts.under(secretsKey, LABEL));
  }

  /** Letters, digits, {@code -} and {@code _} only. */
  public String write(UnsubscribeToken token) {
    return signed.write(
        String.join(
            SEPARATOR,
            token.workspaceId(),
            token.messageId(),
            token.leadId().orElse(""),
            token.address().value()));
  }

  /** Empty for whatever we did not write. */
  public Optional<UnsubscribeToken> read(String text) {
    return signed.read(text).flatMap(UnsubscribeTokens::parsed);
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
