package io.tuco.core.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under what a client may repeat a call: its own word, which is good for one path of one workspace
 * (API contract, section 3).
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String workspaceId, String path, String value) {

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  public IdempotencyKey {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not 1 to 255 visible ASCII characters");
    }
  }

  public static Optional<IdempotencyKey> parse(String workspaceId, String path, String value) {
    return isWellFormed(value)
        ? Optional.of(new IdempotencyKey(workspaceId, path, value))
        : Optional.empty();
  }

  private static boolean isWellFormed(String value) {
    return VISIBLE.matcher(value).matches();
  }
}
