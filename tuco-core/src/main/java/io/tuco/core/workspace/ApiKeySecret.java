package io.tuco.core.workspace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An API key as its holder knows it: the mark of its dialect, 30 random base62 characters, 6 check
 * characters (API contract, section 1.1; /v1 contract, section 3).
 *
 * <p>The check lets typos be dropped without a look-up; it proves nothing. What is stored is {@link
 * #sha256()}, what is listed {@link #prefix()} and {@link #last4()}. Never printed.
 */
public record ApiKeySecret(String text) {

  private static final int RANDOM_LENGTH = 30;
  private static final int SHOWN = 4;

  public ApiKeySecret {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("An API key must have its format and check characters");
    }
  }

  /** A new key; the generator must be a cryptographic one outside of tests. */
  public static ApiKeySecret mint(KeyDialect dialect, RandomGenerator random) {
    var body = dialect.mark() + Base62.random(random, RANDOM_LENGTH);
    return new ApiKeySecret(body + Base62.checkOf(body));
  }

  /** The key, or nothing if format or check characters are wrong; nothing is trimmed. */
  public static Optional<ApiKeySecret> parse(String raw) {
    return isWellFormed(raw) ? Optional.of(new ApiKeySecret(raw)) : Optional.empty();
  }

  /** SHA-256 of the whole text, lower-case hex: the form a key is stored and found by. */
  public String sha256() {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  public String prefix() {
    return text.substring(0, KeyDialect.ofKey(text).orElseThrow().mark().length() + SHOWN);
  }

  public String last4() {
    return text.substring(text.length() - SHOWN);
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }

  private static boolean isWellFormed(String text) {
    return KeyDialect.ofKey(text).filter(dialect -> isWellFormed(text, dialect.mark())).isPresent();
  }

  private static boolean isWellFormed(String text, String mark) {
    var bodyLength = mark.length() + RANDOM_LENGTH;
    return text.length() == bodyLength + Base62.CHECK_LENGTH
        && Base62.covers(text.substring(mark.length()))
        && text.endsWith(Base62.checkOf(text.substring(0, bodyLength)));
  }
}
